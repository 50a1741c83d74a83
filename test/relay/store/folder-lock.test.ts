import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { lockFolder } from '../../../relay/store/folder-lock.ts';
import { makeTempFolder, removeFolder } from '../../../local/index.ts';

const MODULE = fileURLToPath(new URL('../../../relay/store/folder-lock.ts', import.meta.url));
const IN_USE = 'in use by another relay';
let folder: string;
const others: { kill: () => Promise<void> }[] = [];

beforeEach(() => {
  folder = makeTempFolder();
});
afterEach(async () => {
  await Promise.all(others.splice(0).map((other) => other.kill()));
  removeFolder(folder);
});

/** Tries to lock a folder in another process, which stays until it is killed. */
async function lockElsewhere(path: string, env: Record<string, string> = {}) {
  const script = `const { lockFolder } = await import(${JSON.stringify(MODULE)});
    try {
      await lockFolder(${JSON.stringify(path)});
      console.log('locked');
    } catch (error) {
      console.log(error.message);
    }
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { PATH: process.env['PATH'], ...env } },
  );
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const other = {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
  others.push(other);
  const said = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  return { ...other, said };
}

describe('lockFolder', () => {
  test('keeps a second one out until it is released', () => {
    const release = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(IN_USE);
    release();
    lockFolder(folder)();
  });

  test('keeps out while the other process lives, and not after it was killed', async () => {
    const other = await lockElsewhere(folder);
    expect(other.said).toBe('locked');
    expect(() => lockFolder(folder)).toThrow(IN_USE);
    await other.kill();
    lockFolder(folder)();
  });

  test('of many processes that start at once after a kill one gets it', async () => {
    await (await lockElsewhere(folder)).kill();
    const all = await Promise.all(Array.from({ length: 6 }, () => lockElsewhere(folder)));
    expect(all.filter(({ said }) => said === 'locked')).toHaveLength(1);
  });

  // Longer than a socket's path may be, than SQLite's, and than is usual.
  test.each([120, 500, 2000])(
    'holds for a path of %d characters, whatever TMPDIR is',
    async (length) => {
      const names = Array.from({ length: Math.ceil(length / 51) }, () => 'a'.repeat(50));
      const deep = join(folder, ...names);
      mkdirSync(deep, { recursive: true });
      const [one, two] = ['one', 'two'].map((name) => {
        const temporary = join(folder, name);
        mkdirSync(temporary);
        return { TMPDIR: temporary };
      });
      expect((await lockElsewhere(deep, one)).said).toBe('locked');
      expect((await lockElsewhere(deep, two)).said).toMatch(IN_USE);
      expect((await lockElsewhere(deep, { TMPDIR: '/nowhere' })).said).toMatch(IN_USE);
    },
  );

  test('holds for a folder by another name', async () => {
    const link = join(folder, 'link');
    const real = join(folder, 'real');
    mkdirSync(real);
    symlinkSync(real, link);
    expect((await lockElsewhere(real)).said).toBe('locked');
    expect(() => lockFolder(link)).toThrow(IN_USE);
  });

  test('says what is wrong where no lock can be had', () => {
    expect(() => lockFolder(join(folder, 'missing'))).toThrow(/no such file/);
  });
});
