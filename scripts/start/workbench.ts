import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { nodeArguments } from '../lib/command.ts';
import { ROOT } from '../lib/project.ts';

/** The workbench, which runs. */
interface Workbench {
  /** With the token that opens it. */
  url: string;
  close(): Promise<void>;
}

/** Starts the workbench on a free port, over a local HighLevel of its own. @throws Error when it ends before it listens */
export async function startWorkbench(): Promise<Workbench> {
  const script = join(ROOT, 'workbench', 'server.ts');
  const child = spawn(process.execPath, nodeArguments(script), {
    cwd: ROOT,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`The workbench ended with code ${code ?? 'none'}.`));
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^Workbench: (http:\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { url, close };
}
