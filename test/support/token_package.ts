import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync, zipSync } from 'fflate';

import { contentsOf, KeptFolder, sourcesIn } from '../../local/index.ts';
import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';
import { readPackage } from '../../scripts/lib/package.ts';
import { ROOT } from '../../scripts/lib/project.ts';

const BUILD_SCRIPT = join(ROOT, 'scripts', 'build.ts');

/**
 * The package of a version that connects by a private token: the packaged connector with what
 * `AUTH=token` makes of its code. It is made once of these sources and kept beside the package, which stays
 * as it is.
 *
 * @returns the archive
 */
export async function tokenPackage(): Promise<string> {
  const { buildZip, buildSha256, sourceSha256 } = readPackage();
  const tools = [import.meta.filename, BUILD_SCRIPT, ...sourcesIn(join(ROOT, 'scripts', 'lib'))];
  const madeOf = [buildSha256, sourceSha256, contentsOf(tools)].join('\n');
  const kept = new KeptFolder(join(ROOT, 'build'), 'token-package', madeOf);
  await kept.make((folder) => makePackage(folder, buildZip));
  return join(kept.path, 'token.zip');
}

async function makePackage(folder: string, buildZip: string): Promise<void> {
  mkdirSync(folder);
  // The build loads what it has made.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const { code, output } = await runCommand(
    process.execPath,
    nodeArguments(BUILD_SCRIPT, '--out', join(folder, 'dist')),
    { cwd: ROOT, env: { ...process.env, AUTH: 'token' } },
  );
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  const files = unzipSync(readFileSync(buildZip));
  files['dist/index.js'] = readFileSync(join(folder, 'dist', 'index.js'));
  // That of the packaged connector; the handler makes the one of this version.
  delete files['definition.json'];
  writeFileSync(join(folder, 'token.zip'), zipSync(files, { level: 0 }));
}
