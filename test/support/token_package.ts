import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync, zipSync } from 'fflate';

import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';
import { readPackage } from '../../scripts/lib/package.ts';
import { ROOT } from '../../scripts/lib/project.ts';

/**
 * The package of a version that connects by a private token: the packaged connector with what
 * `AUTH=token` makes of its code. build/ stays as it is.
 *
 * @param folder where to put it
 * @returns the archive
 */
export async function makeTokenPackage(folder: string): Promise<string> {
  // The build loads what it has made.
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const script = join(ROOT, 'scripts', 'build.ts');
  const { code, output } = await runCommand(
    process.execPath,
    nodeArguments(script, '--out', join(folder, 'dist')),
    { cwd: ROOT, env: { ...process.env, AUTH: 'token' } },
  );
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  const files = unzipSync(readFileSync(readPackage().buildZip));
  files['dist/index.js'] = readFileSync(join(folder, 'dist', 'index.js'));
  // That of the packaged connector; the handler makes the one of this version.
  delete files['definition.json'];
  const zip = join(folder, 'token.zip');
  writeFileSync(zip, zipSync(files, { level: 0 }));
  return zip;
}
