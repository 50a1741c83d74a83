import { describe, expect, test } from '@jest/globals';

import { Storage } from '../../relay/storage.ts';

/** A storage whose clock and tries a test holds in its hands. */
function start() {
  const tries: number[] = [];
  const made = { now: 0, tries, fails: false, storage: new Storage(tryToStore, now) };
  function now(): number {
    return made.now;
  }
  async function tryToStore(bytes: number): Promise<void> {
    made.tries.push(bytes);
    await Promise.resolve();
    if (made.fails) throw new Error('disk full');
  }
  return made;
}

describe('Storage', () => {
  test('tries when nothing was stored lately, once for all who ask', async () => {
    const made = start();
    const asked = [1, 2, 3].map(() => made.storage.canStore());
    expect(await Promise.all(asked)).toEqual([true, true, true]);
    expect(made.tries).toHaveLength(1);
    expect(await made.storage.canStore()).toBe(true);
    expect(made.tries).toHaveLength(1);
    made.now += 10_000;
    expect(await made.storage.canStore()).toBe(true);
    expect(made.tries).toHaveLength(2);
  });

  test('does not try while events are stored', async () => {
    const made = start();
    made.storage.stored();
    expect(await made.storage.canStore()).toBe(true);
    expect(made.tries).toEqual([]);
  });

  test('says no as soon as an event could not be stored, and finds out when it can again', async () => {
    const made = start();
    made.fails = true;
    made.storage.stored();
    made.storage.failed();
    expect(await made.storage.canStore()).toBe(false);
    expect(made.tries).toEqual([]);
    made.now += 1000;
    expect(await made.storage.canStore()).toBe(false);
    expect(await made.storage.canStore()).toBe(false);
    expect(made.tries).toHaveLength(1);
    made.fails = false;
    made.now += 1000;
    expect(await made.storage.canStore()).toBe(true);
  });

  test('tries with more while it fails: a little fits on a disk that is full', async () => {
    const made = start();
    await made.storage.canStore();
    made.storage.failed();
    made.now += 1000;
    await made.storage.canStore();
    const [small = 0, large = 0] = made.tries;
    expect(large).toBeGreaterThan(10 * small);
  });
});
