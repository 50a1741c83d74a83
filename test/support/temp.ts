import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder below the system's temporary folder, removed when this process ends at the latest. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'highlevel-'));
  process.once('exit', () => {
    removeFolder(folder);
  });
  return folder;
}

/** Removes a folder and what is in it; none is needed. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
