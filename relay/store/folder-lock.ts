import { hash } from 'node:crypto';
import { realpath, rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newId } from '../identifiers.ts';

/** The longest path that a Unix socket may have on every system. */
const LONGEST_SOCKET_PATH = 100;

/**
 * Reserves a folder for this process. The lock is a Unix socket that the process listens on: the
 * kernel drops it with the process, so that a kill leaves nothing behind that keeps a restart out.
 *
 * @returns what releases it.
 * @throws Error when another process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = await socketPath(folder);
  const server = createServer((socket) => socket.destroy());
  if (!(await listen(server, path))) {
    // A socket is there. It is left over if nobody answers; moved aside first, so that of several
    // processes that start at once only one replaces it.
    const aside = `${path}.${newId().slice(-8)}`;
    if (await answers(path)) throw inUse(folder);
    await rename(path, aside).catch(() => undefined);
    if (await answers(aside)) {
      await rename(aside, path);
      throw inUse(folder);
    }
    await rm(aside, { force: true });
    if (!(await listen(server, path))) throw inUse(folder);
  }
  server.unref();
  return () =>
    new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );
}

function inUse(folder: string): Error {
  return new Error(
    `${folder} is in use by another relay. Only one process can use embedded PGlite; set DATABASE_URL to a PostgreSQL database to run several.`,
  );
}

async function socketPath(folder: string): Promise<string> {
  const real = await realpath(folder);
  const inside = join(real, 'relay.lock');
  if (inside.length <= LONGEST_SOCKET_PATH) return inside;
  return join(tmpdir(), `relay-${hash('sha256', real, 'hex').slice(0, 24)}.lock`);
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
