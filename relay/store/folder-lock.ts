import { hash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's code for a file that somebody else has locked. */
const SQLITE_BUSY = 5;
/** SQLite takes paths of up to 512 bytes, its own endings included. */
const LONGEST_PATH = 480;

/**
 * Reserves a folder for this process. What is locked is a file in it, by a transaction of SQLite that
 * is never committed: the system drops the lock with the process, so that a kill leaves nothing
 * behind that keeps a restart out.
 *
 * @returns what releases it.
 * @throws Error when another process has it, or a lock cannot be had there.
 */
export function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(lockFileOf(realpathSync(folder)));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? inUse(folder) : error;
  }
  return () => {
    lock.close();
  };
}

/** Where the path is too long, the lock is in the nearest folder above whose path is not. */
function lockFileOf(folder: string): string {
  const inside = join(folder, 'lock.sqlite');
  if (isShort(inside)) return inside;
  const name = `.relay-${hash('sha256', folder).slice(0, 32)}.sqlite`;
  let above = dirname(folder);
  while (!isShort(join(above, name))) above = dirname(above);
  return join(above, name);
}

function isShort(path: string): boolean {
  return Buffer.byteLength(path) <= LONGEST_PATH;
}

function isBusy(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'errcode' in error &&
    error.errcode === SQLITE_BUSY
  );
}

function inUse(folder: string): Error {
  return new Error(
    `${folder} is in use by another relay. Only one process can use embedded PGlite; set DATABASE_URL to a PostgreSQL database to run several.`,
  );
}
