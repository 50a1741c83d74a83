import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { serverCode } from '../../../local/index.ts';
import { watchStart } from '../../../local/start-watch.ts';
import { KEYS } from './highlevel.ts';
import { call } from './http.ts';

const SERVER = fileURLToPath(new URL('../../../relay/server.ts', import.meta.url));

/** The admin token of every relay that tests start. */
export const ADMIN_TOKEN = 'admin-token-of-tests';

/** A relay that runs, wherever it does. */
export interface TestRelay {
  url: string;
  /** Every line that it logged, standard error included. */
  log: string[];
  /** Ends it in order, and waits. */
  stop: () => Promise<unknown>;
  /** A value of /metrics, summed over its labels. */
  metric: (name: string) => Promise<number>;
}

/** A relay in a process of its own, which SIGTERM stops. */
export interface RelayProcess extends TestRelay {
  /** Gives the exit code as well. */
  stop: () => Promise<number | null>;
  /** SIGKILL, and waits. */
  kill: () => Promise<void>;
  /** Memory in use, in bytes. */
  memory: () => Promise<number>;
}

/** The relay could not start. */
export class StartError extends Error {
  readonly code: number | null;
  readonly output: string;

  constructor(code: number | null, output: string) {
    super(`The relay ended with ${code ?? 'a signal'}:\n${output}`);
    this.code = code;
    this.output = output;
  }
}

/**
 * Starts a relay as an operator starts it and waits until it listens.
 *
 * @param flags more flags of Node.
 * @throws StartError when it ends before
 */
export function startRelayProcess(
  environment: Record<string, string>,
  flags: readonly string[] = [],
): Promise<RelayProcess> {
  return startProcess(environment, ['--disable-warning=ExperimentalWarning', ...flags, SERVER]);
}

/** The same relay for a test that starts many: from one bundled file, which is ready sooner. */
export async function startQuickRelay(environment: Record<string, string>): Promise<RelayProcess> {
  return startProcess(environment, [await serverCode('relay')]);
}

/** The settings of a relay of tests, which may be others. */
export function settingsOf(environment: Record<string, string>): Record<string, string> {
  return {
    PORT: '0',
    RELAY_ADMIN_TOKEN: ADMIN_TOKEN,
    HIGHLEVEL_WEBHOOK_PUBLIC_KEY: KEYS.publicKey,
    ...environment,
  };
}

async function startProcess(
  environment: Record<string, string>,
  command: string[],
): Promise<RelayProcess> {
  const child = spawn(process.execPath, command, {
    env: { PATH: process.env['PATH'] ?? '', ...settingsOf(environment) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const killWithParent = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', killWithParent);
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      process.off('exit', killWithParent);
      resolve(code);
    });
  });
  const log: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    const endWatch = watchStart(child, (seconds) => {
      log.push(`It has done nothing for ${seconds} s and does not listen yet.`);
      killWithParent();
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        log.push(line);
        const address = /"address":"(http[^"]+)","msg":"relay listening"/.exec(line)?.[1];
        if (address === undefined) return;
        endWatch();
        resolve(address);
      });
    }
    void ended.then((code) => {
      endWatch();
      // The last lines arrive after the exit.
      setImmediate(() => {
        reject(new StartError(code, log.join('\n')));
      });
    });
  });
  return {
    url,
    log,
    stop: () => end(child, 'SIGTERM', ended),
    kill: async () => {
      await end(child, 'SIGKILL', ended);
    },
    memory: () => metricOf(url, 'process_resident_memory_bytes'),
    metric: (name) => metricOf(url, name),
  };
}

async function end(
  child: ChildProcess,
  signal: NodeJS.Signals,
  ended: Promise<number | null>,
): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) child.kill(signal);
  return ended;
}

/** A value of /metrics of the relay at an address, summed over its labels. */
export async function metricOf(url: string, name: string): Promise<number> {
  const measured = name.replace(/_count$/, '');
  const { text } = await call('GET', `${url}/metrics?name[]=${measured}`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
  });
  const lines = text.split('\n');
  const values = lines
    .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
    .map((line) => Number(line.slice(line.lastIndexOf(' ') + 1)));
  return values.reduce((sum, value) => sum + value, 0);
}
