import { existsSync, mkdtempSync, realpathSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

process.once('exit', () => {
  for (const folder of folders) removeFolder(folder);
});

/** Where Linux has files in memory. */
const IN_MEMORY = '/dev/shm';

/** Files go into memory only where they leave as much of it free, in bytes. */
const ENOUGH = 4 * 2 ** 30;

/** A new folder below the system's temporary folder; it goes with this process at the latest. */
export function makeTempFolder(): string {
  return makeFolderIn(tmpdir());
}

/** The same for files that are written much, such as a database's: in memory where there is enough of it. */
export function makeQuickFolder(): string {
  return makeFolderIn(hasRoomInMemory() ? IN_MEMORY : tmpdir());
}

function hasRoomInMemory(): boolean {
  if (!existsSync(IN_MEMORY) || freemem() < ENOUGH) return false;
  const { bavail, bsize } = statfsSync(IN_MEMORY);
  return bavail * bsize >= ENOUGH;
}

function makeFolderIn(parent: string): string {
  const folder = mkdtempSync(join(realpathSync(parent), 'highlevel-'));
  folders.add(folder);
  return folder;
}

/** Removes a folder and what is in it; none is needed. */
export function removeFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true });
}
