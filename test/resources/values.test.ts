import { describe, expect, test } from '@jest/globals';

import {
  toBoolean,
  toDay,
  toInteger,
  toIsoDate,
  toList,
  toNumber,
  toText,
  toTexts,
  toUrls,
} from '../../resources/values.ts';

const DATES: [string, unknown, string | null][] = [
  ['epoch milliseconds, as search sends them', 1795514520000, '2026-11-24T10:02:00.000Z'],
  ['epoch milliseconds as text', '1795514520000', '2026-11-24T10:02:00.000Z'],
  ['epoch seconds', 1795514520, '2026-11-24T10:02:00.000Z'],
  [
    'seconds and nanoseconds, as one conversation has them',
    { seconds: 1795514520, nanoseconds: 987_654_321 },
    '2026-11-24T10:02:00.987Z',
  ],
  [
    'the same with underscores',
    { _seconds: 1795514520, _nanoseconds: 0 },
    '2026-11-24T10:02:00.000Z',
  ],
  [
    'ISO in UTC, as put and messages have it',
    '2026-11-24T10:02:00.000Z',
    '2026-11-24T10:02:00.000Z',
  ],
  ['ISO without milliseconds', '2026-11-24T10:02:00Z', '2026-11-24T10:02:00.000Z'],
  ['ISO with another zone', '2026-11-24T12:02:00+02:00', '2026-11-24T10:02:00.000Z'],
  ['ISO with a zone without a colon', '2026-11-24T05:02:00-0500', '2026-11-24T10:02:00.000Z'],
  ['ISO without a zone', '2026-11-24T10:02:00', '2026-11-24T10:02:00.000Z'],
  ['a space for the T', '2026-11-24 10:02:00', '2026-11-24T10:02:00.000Z'],
  ['a day', '2026-11-24', '2026-11-24T00:00:00.000Z'],
  ['a Date', new Date(1795514520000), '2026-11-24T10:02:00.000Z'],
  ['an empty text', '', null],
  ['a text that is none', 'soon', null],
  ['an object that is none', { hours: 3 }, null],
  ['a moment outside of the calendar', 9e18, null],
  ['nothing', undefined, null],
  ['null', null, null],
  ['a boolean', true, null],
];

test.each(DATES)('toIsoDate reads %s', (_what, value, expected) => {
  expect(toIsoDate(value)).toBe(expected);
});

describe('toText', () => {
  test.each([
    ['a', 'a'],
    [7, '7'],
    [0, '0'],
    ['', null],
    [null, null],
    [undefined, null],
    [true, null],
    [{ a: 1 }, null],
    [['a'], null],
  ])('%j is %j', (value, expected) => {
    expect(toText(value)).toBe(expected);
  });
});

describe('toList and toTexts', () => {
  test.each([
    [
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ],
    ['a', ['a'], ['a']],
    ['', [], []],
    [null, [], []],
    [undefined, [], []],
    [
      ['a', '', null, { b: 1 }, 3],
      ['a', '', null, { b: 1 }, 3],
      ['a', '3'],
    ],
  ])('%j', (value, list, texts) => {
    expect(toList(value)).toEqual(list);
    expect(toTexts(value)).toEqual(texts);
  });
});

describe('toNumber and toInteger', () => {
  test.each([
    [3, 3, 3],
    ['3.6', 3.6, 4],
    [' 12 ', 12, 12],
    ['', null, null],
    ['twelve', null, null],
    [Number.NaN, null, null],
    [Infinity, null, null],
    [null, null, null],
    [true, null, null],
  ])('%j', (value, number, integer) => {
    expect(toNumber(value)).toBe(number);
    expect(toInteger(value)).toBe(integer);
  });
});

test.each([
  [true, true],
  [false, false],
  ['true', true],
  ['false', false],
  [1, true],
  [0, false],
  ['maybe', null],
  [2, null],
  [undefined, null],
])('toBoolean reads %j', (value, expected) => {
  expect(toBoolean(value)).toBe(expected);
});

test.each([
  ['Tue, 03 Jun 2026 10:00:00 GMT', '2026-06-03T10:00:00.000Z'],
  ['2026-06-03 10:00:00 UTC', '2026-06-03T10:00:00.000Z'],
  ['2026-06-03T10:00:00-05', '2026-06-03T15:00:00.000Z'],
])('toIsoDate reads %j', (value, expected) => {
  expect(toIsoDate(value)).toBe(expected);
});

test.each([
  ['1990-05-17T00:00:00+02:00', '1990-05-17'],
  ['1990-05-17', '1990-05-17'],
  [86_400_000, '1970-01-02'],
  [-86_400_000 * 365, '1969-01-01'],
  ['soon', null],
])('toDay reads %j', (value, expected) => {
  expect(toDay(value)).toBe(expected);
});

test.each([
  [['https://a.example/1.jpg', { url: 'https://a.example/2.jpg', type: 'image/jpeg' }], 2],
  [{ a1b2: { url: 'https://a.example/3.pdf', meta: { size: 1 } } }, 1],
  [[{ url: 'https://a.example/4.pdf', documentId: 'd' }], 1],
  ['https://a.example/5.pdf', 1],
  [null, 0],
])('toUrls reads %j', (value, count) => {
  const urls = toUrls(value);
  expect(urls).toHaveLength(count);
  expect(urls.every((url) => url.startsWith('https://a.example/'))).toBe(true);
});
