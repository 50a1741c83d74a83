import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { KeptFolder, makeTempFolder, removeFolder } from '../../local/index.ts';

let beside = '';

beforeEach(() => {
  beside = join(makeTempFolder(), 'build');
});

afterEach(() => {
  removeFolder(join(beside, '..'));
});

/** Makes it of two files, as an archive is unpacked. @returns how often it had to */
async function makeTimes(kept: KeptFolder, times: number): Promise<number> {
  let made = 0;
  for (let time = 0; time < times; time += 1) {
    await kept.make((folder) => {
      made += 1;
      mkdirSync(join(folder, 'node_modules'), { recursive: true });
      writeFileSync(join(folder, 'index.js'), 'index');
      writeFileSync(join(folder, 'node_modules', 'core.js'), 'core');
    });
  }
  return made;
}

describe('a kept folder', () => {
  test('is made once', async () => {
    const kept = new KeptFolder(beside, 'unpacked', 'archive');
    expect(kept.exists()).toBe(false);
    expect(await makeTimes(kept, 2)).toBe(1);
    expect(await makeTimes(new KeptFolder(beside, 'unpacked', 'archive'), 1)).toBe(0);
    expect(kept.exists()).toBe(true);
    expect(readFileSync(join(kept.path, 'index.js'), 'utf8')).toBe('index');
  });

  test('takes the place of one of its kind that was made of something else', async () => {
    await makeTimes(new KeptFolder(beside, 'unpacked', 'archive'), 1);
    await makeTimes(new KeptFolder(beside, 'code', 'archive'), 1);
    const kept = new KeptFolder(beside, 'unpacked', 'another archive');
    expect(await makeTimes(kept, 1)).toBe(1);
    expect(
      readdirSync(beside)
        .map((name) => name.split('-')[0])
        .sort(),
    ).toEqual(['code', 'unpacked']);
  });

  test('is made again when some of it was deleted, as by git clean -e node_modules', async () => {
    const kept = new KeptFolder(beside, 'unpacked', 'archive');
    await makeTimes(kept, 1);
    for (const entry of readdirSync(beside, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !path.includes('node_modules')) rmSync(path);
    }
    expect(existsSync(join(kept.path, 'node_modules', 'core.js'))).toBe(true);
    expect(existsSync(join(kept.path, 'index.js'))).toBe(false);
    expect(await makeTimes(kept, 2)).toBe(1);
    expect(readdirSync(kept.path).sort()).toEqual(['index.js', 'node_modules']);
  });
});
