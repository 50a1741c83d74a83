import { expect, test } from '@jest/globals';

import { readAmount, readNumber } from '../../../lib/inputs/numbers.ts';

test.each<[string, number]>([
  ['12', 12],
  [' 12.5 ', 12.5],
  ['-12.5', -12.5],
  ['\u221212.5', -12.5],
  ['+12', 12],
  ['.5', 0.5],
  ['1e3', 1000],
  ['0', 0],
  // A comma before the decimals.
  ['9,99', 9.99],
  ['12,5', 12.5],
  ['0,123', 0.123],
  ['1,2345', 1.2345],
  [',5', 0.5],
  // Thousands.
  ['1,234', 1234],
  ['1,234.50', 1234.5],
  ['1,234,567', 1_234_567],
  ['-1,234,567.89', -1_234_567.89],
  ['1.234,56', 1234.56],
  ['1.234.567', 1_234_567],
  ['1.234.567,8', 1_234_567.8],
  ['1 234,56', 1234.56],
  ['1\u00a0234,56', 1234.56],
  ['1\u202f234,56', 1234.56],
  ['1\u2009234\u2009567', 1_234_567],
  ["1'234.50", 1234.5],
  ['1’234.50', 1234.5],
  ['12,34,567', 1_234_567],
  // As programs write it.
  ['1.234', 1.234],
  // What nobody sees.
  ['\u200b12\ufeff', 12],
])('%j is %d', (typed, number) => {
  expect(readNumber(typed)).toBe(number);
});

test.each([
  ['two'],
  ['$12'],
  ['12 €'],
  ['5%'],
  ['1,23.45'],
  ['1,234,5'],
  ['1 2'],
  ['12.5.2026'],
  ['1..2'],
  ['--1'],
  ['0x10'],
  ['Infinity'],
  ['NaN'],
  ['(5)'],
  ['12345678901234567890'],
  ['9'.repeat(400)],
  [''],
])('%j is no number', (typed) => {
  expect(readNumber(typed)).toBeUndefined();
});

test.each<[string, number]>([
  ['2500', 2500],
  ['$2,500', 2500],
  ['-$5', -5],
  ['$-5', -5],
  ['US$ 99.90', 99.9],
  ['R$ 1.234,50', 1234.5],
  ['€ 1.234,50', 1234.5],
  ['1 234,50 €', 1234.5],
  ['12€', 12],
  ['USD 5', 5],
  ['5 chf', 5],
])('%j is an amount of %d', (typed, amount) => {
  expect(readAmount(typed)).toBe(amount);
});

test.each([['$'], ['five $'], ['$5 USD'], ['5 days'], ['5 day'], ['MIN 5'], ['5%'], ['$$5'], ['']])(
  '%j is no amount',
  (typed) => {
    expect(readAmount(typed)).toBeUndefined();
  },
);
