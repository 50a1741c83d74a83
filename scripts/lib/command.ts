import { spawn } from 'node:child_process';

/** How a command ended and what it printed, standard output and errors in the order they came. */
export interface CommandResult {
  code: number;
  output: string;
}

export interface CommandOptions {
  cwd: string;
  env?: NodeJS.ProcessEnv;
  /** Also print the output as it comes. */
  show?: boolean;
  /** Kill the program when it takes longer, which counts as a failure. */
  limitMs?: number;
  /** Kill it when it prints this, which counts as a failure too. */
  killOn?: string;
}

/** Runs a program and waits for its end, whatever the outcome. */
export function runCommand(
  file: string,
  args: string[],
  options: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: options.limitMs,
      killSignal: 'SIGKILL',
    });
    const chunks: Buffer[] = [];
    const collect = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk);
      if (options.show) target.write(chunk);
      if (options.killOn !== undefined && chunk.includes(options.killOn)) child.kill('SIGKILL');
    };
    child.stdout.on('data', collect(process.stdout));
    child.stderr.on('data', collect(process.stderr));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}

/** The arguments that make Node run a TypeScript file without a warning. */
export function nodeArguments(script: string, ...args: string[]): string[] {
  return ['--disable-warning=ExperimentalWarning', script, ...args];
}
