import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

import { makeTempFolder } from '../../../local/index.ts';

const run = promisify(execFile);

/**
 * Finds a program: on the PATH, or in Debian's package, which is unpacked into a folder below the
 * system's temporary one and not installed.
 *
 * @returns its path, or undefined where there is neither; then the test says what it did not check.
 * @throws Error in CI, where everything has to be checked.
 */
export async function findProgram(
  name: string,
  debianPackage: string,
): Promise<string | undefined> {
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  const kept = join(tmpdir(), 'relay-programs', debianPackage);
  const found = [...onPath, join(kept, 'usr', 'bin', name)].find((path) => existsSync(path));
  if (found !== undefined) return found;
  try {
    await unpack(debianPackage, kept);
    return join(kept, 'usr', 'bin', name);
  } catch (error) {
    const why = `${name} is missing, and so is Debian's package ${debianPackage} (${String(error)})`;
    if (process.env['CI']) throw new Error(why, { cause: error });
    process.stdout.write(`NOT CHECKED: ${why}\n`);
    return undefined;
  }
}

async function unpack(debianPackage: string, target: string): Promise<void> {
  const folder = makeTempFolder();
  const download = () => run('apt-get', ['download', debianPackage], { cwd: folder });
  await download().catch(async () => {
    // A machine that has just been set up has no lists yet.
    await run('apt-get', ['update']);
    await download();
  });
  const [archive = ''] = readdirSync(folder);
  const unpacked = join(folder, 'unpacked');
  await run('dpkg-deb', ['--extract', join(folder, archive), unpacked]);
  mkdirSync(join(target, '..'), { recursive: true });
  try {
    renameSync(unpacked, target);
  } catch (error) {
    // Another test was quicker.
    if (!existsSync(target)) throw error;
  }
}
