import { describe, expect, test } from '@jest/globals';

import { readId } from '../../../lib/inputs/ids.ts';

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** The same numbers in each run. https://en.wikipedia.org/wiki/Linear_congruential_generator */
function* numbers(): Generator<number, never> {
  for (let state = 1n; ;) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    yield Number(state >> 33n);
  }
}

const refusedOf = (ids: readonly string[]) =>
  ids.filter((id) => {
    try {
      return readId(id, 'Contact') !== id;
    } catch {
      return true;
    }
  });

describe('an ID', () => {
  test.each([
    ['of 20 letters that look like words at a glance', 'JyMzsiumqzjhLrlFrtCu'],
    ['of letters with digits at its end', 'QwertzuiopLkjhgfdsa1'],
    ['of 24 digits', '670123456789012345678901'],
  ])('%s is taken', (_, id) => {
    expect(readId(id, 'Contact')).toBe(id);
  });

  test('as HighLevel makes them is taken, whichever of 100,000', () => {
    const random = numbers();
    const id = () =>
      Array.from({ length: 20 }, () => LETTERS_AND_DIGITS[random.next().value % 62]).join('');
    expect(refusedOf(Array.from({ length: 100_000 }, id))).toEqual([]);
  });
});
