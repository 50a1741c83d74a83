import { describe, expect, test } from '@jest/globals';

import {
  isSameNumber,
  nationalReader,
  readFullPhone,
  readPhone,
  recordedNumber,
} from '../../../lib/inputs/phone.ts';

describe('readPhone reads a number as people type it', () => {
  test.each([
    ['+15550100123'],
    ['+1 (555) 010-0123'],
    ['+1 555.010.0123'],
    [' 001 555 010 0123 '],
    ['+1\u00a0555\u00a0010\u00a00123'],
    ['+1 555\u2011010\u20130123'],
    ['+1/555/010/0123'],
    ['tel:+1-555-010-0123'],
    ['whatsapp:+15550100123'],
    ['\u202a+1 555 010 0123\u202c'],
    ['+1\u200b5550100123\ufeff'],
  ])('%j', (typed) => {
    expect(readPhone(typed, 'Phone Number')).toEqual({
      number: '+15550100123',
      digits: '15550100123',
    });
  });

  test.each([
    ['+44 (0)20 7946 0000', '+442079460000'],
    ['0044 (0) 20 7946 0000', '+442079460000'],
    ['+49 (0) 30 901820', '+4930901820'],
  ])('%s, whose zero is for calls within the country', (typed, number) => {
    expect(readPhone(typed, 'Phone Number').number).toBe(number);
  });

  test.each([
    ['555-010-0123', '5550100123'],
    ['(555) 010 0123', '5550100123'],
    ['0171 2345678', '1712345678'],
    ['010123', '10123'],
  ])('%s, without a country code, by its digits', (typed, digits) => {
    expect(readPhone(typed, 'Phone Number')).toEqual({ digits });
  });

  test.each([
    ['Anna'],
    ['+1234567890123456'],
    ['+1 555 CALL'],
    ['++15550100123'],
    ['555 010 0123 x5'],
  ])('but not %s', (typed) => {
    expect(() => readPhone(typed, 'Phone Number')).toThrow(
      /\\"Phone Number\\" must be a phone number with its country code/,
    );
  });
});

test.each(['+1555010019', '+155501001234', '+999 123 4567'])(
  'a number must have as many digits as its country has, and not %s',
  (typed) => {
    expect(() => readFullPhone(typed, 'Phone Number', nationalReader('US'))).toThrow(
      /\\"Phone Number\\" must be a phone number with as many digits as its country has/,
    );
  },
);

test('a number of up to five digits is too short', () => {
  for (const typed of ['617', '+12345', '12345']) {
    expect(() => readPhone(typed, 'Phone Number')).toThrow(
      /\\"Phone Number\\" must be a phone number of at least 6 digits/,
    );
  }
});

describe('A number without country code is read', () => {
  test.each([
    ['US', '(555) 010-0123', '+15550100123'],
    ['us', '1-555-010-0123', '+15550100123'],
    ['US', '15550100123', '+15550100123'],
    ['DE', '0171 2345678', '+491712345678'],
    ['GB', '020 7946 0000', '+442079460000'],
    ['IT', '06 1234567', '+39061234567'],
  ])('in %s: %s', (country, typed, expected) => {
    const national = nationalReader(country);
    expect(readFullPhone(typed, 'To Number', national)).toBe(expected);
  });

  test.each([
    ['US', '010-0123'],
    ['US', '555 010 0123 4567'],
    ['Mars', '(555) 010-0123'],
    [null, '(555) 010-0123'],
  ])('or refused, in %s: %s', (country, typed) => {
    const national = nationalReader(country);
    expect(() => readFullPhone(typed, 'To Number', national)).toThrow(
      /\\"To Number\\" must be a phone number with its country code, such as \+15550100123/,
    );
  });
});

test.each([
  ['+15550100123', '+15550100123', true],
  ['+1 (555) 010-0123', '+15550100123', true],
  ['(555) 010-0123', '+15550100123', true],
  ['+442079460000', '020 7946 0000', true],
  ['+15550100123', '+15550100124', false],
  ['+15550100123', '0123', false],
  ['', '+15550100123', false],
])('%j and %j are one number: %s', (one, other, isSame) => {
  expect(isSameNumber(one, other)).toBe(isSame);
  expect(isSameNumber(other, one)).toBe(isSame);
});

test.each([
  ['5550100123', 'US', '+15550100123'],
  ['15550100123', 'US', '+15550100123'],
  ['+447911123456', 'US', '+447911123456'],
  ['447911123456', 'US', '+447911123456'],
  ['07911 123456', 'GB', '+447911123456'],
  ['15550100123', null, '+15550100123'],
  ['83512', 'US', undefined],
  ['1234567', 'US', undefined],
  ['Example Studio', 'US', undefined],
  ['', null, undefined],
])('the number %j of a record in %s is %s', (text, country, number) => {
  expect(recordedNumber(text, country)).toBe(number);
});
