import { describe, expect, test } from '@jest/globals';

import { bearerOf, sameSecret } from '../../relay/bearer.ts';

describe('bearerOf', () => {
  test.each([
    ['Bearer abc', 'abc'],
    ['bearer  abc ', 'abc'],
    ['Bearer a b', undefined],
    ['Basic abc', undefined],
    ['Bearer ', undefined],
    ['Bearerabc', undefined],
    [`Bearer ${'x'.repeat(10_000)}`, undefined],
    [undefined, undefined],
  ])('%s', (header, token) => {
    expect(bearerOf(header)).toBe(token);
  });
});

test('sameSecret compares secrets of any length', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('abc', 'abd')).toBe(false);
  expect(sameSecret('', 'abc')).toBe(false);
  expect(sameSecret('abcabc', 'abc')).toBe(false);
});
