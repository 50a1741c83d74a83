import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { KeptFolder } from './kept-folder.ts';
import { contentsOf, sourcesIn } from './source-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RELAY = join(ROOT, 'relay');

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
export function copyEmptyDatabase(folder: string): void {
  const kept = emptyDatabase();
  // At once: file by file it takes three times the processor time.
  if (kept.exists()) cpSync(kept.path, folder, { recursive: true });
}

let asked: KeptFolder | undefined;

/** The one of the relay's present code. */
function emptyDatabase(): KeptFolder {
  asked ??= new KeptFolder(
    join(ROOT, 'build'),
    'relay-database',
    contentsOf([join(RELAY, 'package-lock.json'), ...sourcesIn(join(RELAY, 'store'))]),
  );
  return asked;
}
