import { readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { KeptFolder } from './kept-folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Keeps an empty database of the relay, unless it is kept: making one takes longer than everything else
 * of the relay's start.
 *
 * @param startAndEnd starts a relay on a folder for its database, and ends it
 */
export async function keepEmptyDatabase(
  startAndEnd: (folder: string) => Promise<void>,
): Promise<void> {
  await emptyDatabase().make(startAndEnd);
}

/** Copies the empty database into a folder, if one is kept; if not, the relay makes its own there. */
export async function copyEmptyDatabase(folder: string): Promise<void> {
  const kept = emptyDatabase();
  if (kept.exists()) await cp(kept.path, folder, { recursive: true });
}

/** The one of the relay's present code. */
function emptyDatabase(): KeptFolder {
  const store = join(ROOT, 'relay', 'store');
  const files = [
    join(ROOT, 'relay', 'package-lock.json'),
    ...readdirSync(store)
      .sort()
      .map((name) => join(store, name)),
  ];
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return new KeptFolder(join(ROOT, 'build'), 'relay-database', code);
}
