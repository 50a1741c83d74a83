import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

process.once('exit', () => {
  for (const folder of folders) removeFolder(folder);
});

/** A new folder below the system's temporary folder; it goes with this process at the latest. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'highlevel-'));
  folders.add(folder);
  return folder;
}

/** Removes a folder and what is in it; none is needed. */
export function removeFolder(folder: string): void {
  folders.delete(folder);
  rmSync(folder, { recursive: true, force: true });
}
