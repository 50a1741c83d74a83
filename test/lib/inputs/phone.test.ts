import { describe, expect, test } from '@jest/globals';

import { readInternationalPhone, readPhone } from '../../../lib/inputs/phone.ts';

describe('readPhone reads a number as people type it', () => {
  test.each([
    ['+15550100123'],
    ['+1 (555) 010-0123'],
    ['+1 555.010.0123'],
    [' 001 555 010 0123 '],
    ['+1\u00a0555\u00a0010\u00a00123'],
    ['+1 555\u2011010\u20130123'],
    ['+1/555/010/0123'],
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
    ['12345'],
    ['+1234567890123456'],
    ['+1 555 CALL'],
    ['++15550100123'],
    ['555 010 0123 x5'],
  ])('but not %s', (typed) => {
    expect(() => readPhone(typed, 'Phone Number')).toThrow(/\\"Phone Number\\" is no phone number/);
  });
});

test('a number for sending needs its country code', () => {
  expect(readInternationalPhone('+1 555 010 0123', 'From Number')).toBe('+15550100123');
  expect(() => readInternationalPhone('555 010 0123', 'From Number')).toThrow(
    /\\"From Number\\" lacks its country code/,
  );
});
