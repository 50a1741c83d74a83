import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { isRecord } from '../resources/values.ts';
import type { HookCatcher } from './hook-catcher.ts';
import { copyEmptyDatabase, keepEmptyDatabase } from './relay-database.ts';
import type { SandboxClient } from './sandbox-client.ts';
import { watchStart } from './start-watch.ts';
import { serverCode } from './server-code.ts';
import { makeQuickFolder, removeFolder } from './temp-folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** How long it may take to end in order before it is killed. */
const STOP_LIMIT_MS = 30_000;

/** A server in a process of its own. */
export interface RunningServer {
  /** Where it listens on the loopback, without a trailing slash. */
  readonly url: string;
  /** Whether its process is there. */
  readonly isRunning: boolean;
  /** What it printed so far: standard output and errors. */
  output(): string;
  /** Ends it as a process manager would (SIGTERM), or at once with `SIGKILL`. */
  close(signal?: NodeJS.Signals): Promise<void>;
}

/** The local HighLevel on a free port, with its seeded data. */
export async function startSandbox(env: Record<string, string> = {}): Promise<RunningServer> {
  return startServer({
    name: 'The sandbox',
    script: await serverCode('sandbox'),
    env,
    addressIn: (line) => /^Sandbox listening on (http:\/\/\S+)$/.exec(line)?.[1],
  });
}

/** What the relay stands between. */
export interface RelayParts {
  sandbox: SandboxClient;
  /** Where it delivers, in the place of Zapier. */
  hooks: HookCatcher;
  /** More settings. Give RELAY_DATA_DIR or DATABASE_URL for a database that stays. */
  env?: Record<string, string>;
}

/**
 * The relay on a free port, between a local HighLevel, which sends it its webhooks from now on, and
 * Zapier's hooks. Its database is a folder of its own that goes with it.
 */
export async function startRelay(parts: RelayParts): Promise<RunningServer> {
  const server = await startRelayAlone(parts);
  await sendWebhooksTo(parts.sandbox, server);
  return server;
}

/** The same, while the local HighLevel goes on sending its webhooks wherever it does. */
export async function startRelayAlone({ sandbox, hooks, env }: RelayParts): Promise<RunningServer> {
  const settings = await relaySettings({ sandbox, hooks });
  const bringsDatabase = env?.['RELAY_DATA_DIR'] ?? env?.['DATABASE_URL'];
  const folder = bringsDatabase === undefined ? makeQuickFolder() : undefined;
  if (folder !== undefined) copyEmptyDatabase(folder);
  const server = await startRelayServer({
    ...(folder !== undefined && { RELAY_DATA_DIR: folder }),
    ...settings,
    ...env,
  });
  return {
    url: server.url,
    get isRunning() {
      return server.isRunning;
    },
    output: () => server.output(),
    close: async (signal) => {
      await server.close(signal);
      if (folder !== undefined) removeFolder(folder);
    },
  };
}

/** What the relay must be told to stand between them. */
export async function relaySettings({
  sandbox,
  hooks,
}: Pick<RelayParts, 'sandbox' | 'hooks'>): Promise<Record<string, string>> {
  const { appId, webhookPublicKey } = await sandbox.info();
  return {
    HIGHLEVEL_API_URL: sandbox.url,
    HIGHLEVEL_APP_ID: appId,
    HIGHLEVEL_WEBHOOK_PUBLIC_KEY: webhookPublicKey,
    RELAY_TARGET_HOSTS: hooks.origin,
  };
}

/** Has the local HighLevel send its webhooks to a relay from now on. */
export async function sendWebhooksTo(
  sandbox: SandboxClient,
  relay: Pick<RunningServer, 'url'>,
): Promise<void> {
  await sandbox.post('/webhooks', { url: `${relay.url}/webhooks/highlevel` });
}

async function startRelayServer(env: Record<string, string>): Promise<RunningServer> {
  return startServer({
    name: 'The relay',
    script: await serverCode('relay'),
    env,
    addressIn: (line) => {
      if (!line.includes('"relay listening"')) return undefined;
      const entry: unknown = JSON.parse(line);
      return isRecord(entry) ? String(entry['address']) : undefined;
    },
  });
}

/** For who starts many relays: each takes a copy of one empty database, and does not make its own. */
export function keepRelayDatabase(): Promise<void> {
  return keepEmptyDatabase(async (folder) => {
    const server = await startRelayServer({
      RELAY_DATA_DIR: folder,
      HIGHLEVEL_APP_ID: NO_APP,
      RELAY_TARGET_HOSTS: 'http://127.0.0.1:9',
    });
    await server.close();
  });
}

/** An ID as apps of HighLevel's marketplace have. */
const NO_APP = '000000000000000000000000';

interface ServerCommand {
  name: string;
  script: string;
  env: Record<string, string>;
  /** The server's address, when the line is the one that says it listens. */
  addressIn: (line: string) => string | undefined;
}

async function startServer({
  name,
  script,
  env,
  addressIn,
}: ServerCommand): Promise<RunningServer> {
  const child = spawn(process.execPath, [script], {
    cwd: ROOT,
    // Its settings are these alone: nothing that happens to be set in the shell changes a test.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const output = () => lines.join('\n');
  const killWithParent = () => child.kill('SIGKILL');
  process.once('exit', killWithParent);
  child.once('exit', () => process.off('exit', killWithParent));
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => {
      endWatch();
      child.kill('SIGKILL');
      const said = output() === '' ? 'It printed nothing.' : `It printed:\n${output()}`;
      reject(new Error(`${name} did not start: ${reason}. ${said}`));
    };
    const endWatch = watchStart(child, (seconds) => {
      fail(`it has done nothing for ${seconds} s and does not listen yet`);
    });
    child.once('error', (error) => {
      fail(error.message);
    });
    // Once all that it printed has come, too.
    child.once('close', (code) => {
      fail(`it ended with code ${code ?? 'none'}`);
    });
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        const address = addressIn(line);
        if (address === undefined) return;
        endWatch();
        resolve(address.replace(/\/$/, ''));
      });
    }
  });
  return {
    url,
    get isRunning() {
      return isAlive(child);
    },
    output,
    close: (signal = 'SIGTERM') => stop(child, signal),
  };
}

function isAlive({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode === null && signalCode === null;
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (!isAlive(child)) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  child.kill(signal);
  await ended;
  clearTimeout(timer);
}
