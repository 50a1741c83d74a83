import { expect, test } from '@jest/globals';

import { Remembered } from '../../../relay/proof/remembered.ts';

test('a value is remembered for its time', () => {
  let now = 0;
  const remembered = new Remembered<string>(10, 1000, () => now);
  remembered.set('key', 'value');
  now = 999;
  expect(remembered.get('key')).toBe('value');
  now = 1000;
  expect(remembered.get('key')).toBeUndefined();
});

test('the oldest go when there are too many', () => {
  const remembered = new Remembered<number>(2, 1000, () => 0);
  for (const [index, key] of ['a', 'b', 'a', 'c'].entries()) remembered.set(key, index);
  expect(['a', 'b', 'c'].map((key) => remembered.get(key))).toEqual([2, undefined, 3]);
});
