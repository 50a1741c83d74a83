import { execFile, type ChildProcess } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What counts as getting on. */
export interface StartWatch {
  /** A start that has not got on for so long has hung, in milliseconds. */
  stallMs: number;
  /** How often to look, in milliseconds. */
  lookEveryMs: number;
  /** So much processor time is progress: one that waits for nothing uses a little too, in seconds. */
  leastSeconds: number;
}

export const START_WATCH: StartWatch = { stallMs: 60_000, lookEveryMs: 1000, leastSeconds: 0.25 };

/**
 * Watches that a process which is starting gets on: it prints something, or uses the processor. How
 * long a start takes depends on what else the machine does, so that no time could be right for all.
 *
 * @param onStall called once when it does not get on any longer, with how long it has not.
 * @returns what ends the watch.
 */
export function watchStart(
  child: ChildProcess,
  onStall: (seconds: number) => void,
  { stallMs, lookEveryMs, leastSeconds }: StartWatch = START_WATCH,
): () => void {
  let progressAt = Date.now();
  let used = 0;
  let ended = false;
  const progress = (): void => {
    progressAt = Date.now();
  };
  const streams = [child.stdout, child.stderr];
  for (const stream of streams) stream?.on('data', progress);

  const look = async (): Promise<void> => {
    const now = child.pid === undefined ? undefined : await processorSeconds(child.pid);
    if (now !== undefined && now - used >= leastSeconds) {
      used = now;
      progress();
    }
    const idle = Date.now() - progressAt;
    if (ended || idle < stallMs) return;
    end();
    onStall(Math.round(idle / 1000));
  };
  const timer = setInterval(() => void look(), lookEveryMs);
  const end = (): void => {
    ended = true;
    clearInterval(timer);
    for (const stream of streams) stream?.off('data', progress);
  };
  return end;
}

/** Clock ticks of Linux in a second, as it shows them to programs on every machine of today. */
const TICKS = 100;

/** The processor time that a process has used, undefined where the system does not tell. */
async function processorSeconds(pid: number): Promise<number | undefined> {
  try {
    if (process.platform === 'linux') {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      // The name of the program, in parentheses, may contain anything.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
    }
    const { stdout } = await run('ps', ['-o', 'time=', '-p', String(pid)]);
    return stdout
      .trim()
      .split(':')
      .reduce((sum, part) => sum * 60 + Number(part), 0);
  } catch {
    // It has just ended, which whoever started it hears.
    return undefined;
  }
}
