import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PAGE = join(ROOT, 'dist', 'page');
/** What the page was built of. */
const MANIFEST = join(ROOT, 'dist', 'sources.sha256');

/**
 * Builds the page with Vite, in a process of its own, unless it is there and built of these sources.
 *
 * @returns its folder
 * @throws Error with what Vite printed, when it does not build
 */
export async function buildPage(): Promise<string> {
  const sources = hashSources();
  const isFresh = existsSync(MANIFEST) && readFileSync(MANIFEST, 'utf8') === sources;
  if (isFresh) return PAGE;
  const { code, output } = await runCommand(process.execPath, nodeArguments('build.ts'), {
    cwd: ROOT,
  });
  if (code !== 0) throw new Error(`The workbench's page could not be built:\n${output}`);
  writeFileSync(MANIFEST, sources);
  return PAGE;
}

/** One hash over everything that the page is built of. */
function hashSources(): string {
  const hash = createHash('sha256');
  const inFolders = ['page', 'api'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
  );
  const others = ['build.ts', 'vite.config.ts', 'package-lock.json'].map((name) =>
    join(ROOT, name),
  );
  for (const path of [...inFolders, ...others].sort()) {
    hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
  return hash.digest('hex');
}
