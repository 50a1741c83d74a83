import { expect, test } from '@jest/globals';

import { containsPhrase, isSameName } from '../../../lib/inputs/characters.ts';

/** Each pair reads alike to a person. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['Anna Example', ' anna  EXAMPLE '],
  ['Anna Example', 'Anna\u00a0Example'],
  ['Anna Example', 'Anna\r\nExample'],
  ['Anna Example', '\u200bAnna\u200c Example\ufeff'],
  ['Zo\u00eb', 'Zoe\u0308'],
  ["don't stop", 'Don\u2019t stop'],
  ['"yes"', '\u201cyes\u201d'],
];

test.each(ALIKE)('%j and %j are the same name', (one, other) => {
  expect(isSameName(one, other)).toBe(true);
  expect(isSameName(other, one)).toBe(true);
});

test.each(ALIKE)('%j is found in a text as %j, and the other way round', (one, other) => {
  expect(containsPhrase([null, `Before ${one} after`], other)).toBe(true);
  expect(containsPhrase([`Before ${other} after`], one)).toBe(true);
});

test('another word is another name, and no phrase is in no text', () => {
  expect(isSameName('Anna', 'Anne')).toBe(false);
  expect(containsPhrase(['Anna Example'], 'AnnaExample')).toBe(false);
  expect(containsPhrase([null], 'Anna')).toBe(false);
});
