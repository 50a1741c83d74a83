import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BUILD = join(ROOT, 'build');
const KEPT = 'relay-database-';
/** Whole ones: what another process is making has its process ID after a dot. */
const OF_OLDER_CODE = new RegExp(`^${KEPT}[0-9a-f]+$`);

/**
 * Keeps an empty database of the relay, unless it is kept: making one takes longer than everything else
 * of the relay's start.
 *
 * @param startAndEnd starts a relay on a folder for its database, and ends it
 */
export async function keepEmptyDatabase(
  startAndEnd: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = keptFolder();
  if (existsSync(folder)) return;
  const unfinished = `${folder}.${process.pid}`;
  await removeOlder();
  await startAndEnd(unfinished);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    // Another process, which runs beside this one, was quicker.
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true });
  }
}

/** Copies the empty database into a folder, if one is kept; if not, the relay makes its own there. */
export async function copyEmptyDatabase(folder: string): Promise<void> {
  const kept = keptFolder();
  if (existsSync(kept)) await cp(kept, folder, { recursive: true });
}

async function removeOlder(): Promise<void> {
  for (const name of existsSync(BUILD) ? readdirSync(BUILD) : []) {
    if (OF_OLDER_CODE.test(name)) await rm(join(BUILD, name), { recursive: true, force: true });
  }
}

/** Its name says of which code of the relay it is. */
function keptFolder(): string {
  const store = join(ROOT, 'relay', 'store');
  const files = [
    join(ROOT, 'relay', 'package-lock.json'),
    ...readdirSync(store)
      .sort()
      .map((name) => join(store, name)),
  ];
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return join(BUILD, `${KEPT}${hash('sha256', code).slice(0, 16)}`);
}
