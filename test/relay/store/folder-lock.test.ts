import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { lockFolder } from '../../../relay/store/folder-lock.ts';
import { makeFolder, removeFolder } from '../support/temp-folder.ts';

const MODULE = fileURLToPath(new URL('../../../relay/store/folder-lock.ts', import.meta.url));
let folder: string;

beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => {
  removeFolder(folder);
});

/** Locks the folder in another process, which stays until it is killed. */
async function lockElsewhere(): Promise<{ kill: () => Promise<void> }> {
  const script = `const { lockFolder } = await import(${JSON.stringify(MODULE)});
    await lockFolder(${JSON.stringify(folder)});
    console.log('locked');
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return {
    kill: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill('SIGKILL');
      }),
  };
}

describe('lockFolder', () => {
  test('keeps a second one out until it is released', async () => {
    const release = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toThrow('in use by another relay');
    await release();
    await (
      await lockFolder(folder)
    )();
  });

  test('keeps out while the other process lives, and not after it was killed', async () => {
    const other = await lockElsewhere();
    await expect(lockFolder(folder)).rejects.toThrow('in use by another relay');
    await other.kill();
    // The socket's file is left over, and that does not matter.
    expect(existsSync(join(folder, 'relay.lock'))).toBe(true);
    await (
      await lockFolder(folder)
    )();
  });

  test('of many that start at once over a left-over socket one gets it', async () => {
    await (await lockElsewhere()).kill();
    const attempts = await Promise.allSettled(Array.from({ length: 10 }, () => lockFolder(folder)));
    const won = attempts.filter((attempt) => attempt.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await Promise.all(won.map(({ value }) => value()));
  });
});
