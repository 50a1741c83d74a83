import { describe, expect, test } from '@jest/globals';

import { parseJson } from '../../../lib/http/json.ts';

describe('parseJson', () => {
  test.each([
    '12345678901234567890',
    '-12345678901234567890',
    '9007199254740993',
    '1.2345678901234567891',
    '0.10000000000000000001',
    '1e400',
    '-1e-400',
  ])('keeps %s as text', (number) => {
    expect(parseJson(`{"id":${number},"list":[{"id":${number}}]}`)).toEqual({
      id: number,
      list: [{ id: number }],
    });
  });

  test.each([
    '0',
    '-0.0',
    '1',
    '1.50',
    '0.30000000000000004',
    '9007199254740991',
    '9007199254740992',
    '1764239640000',
    '1e21',
    '1E3',
    '-40.712776000000000000',
    '100000000000000000000',
  ])('reads %s as the number that it is', (number) => {
    expect(parseJson(`[${number}]`)).toEqual([Number(number)]);
  });

  test('leaves texts alone', () => {
    expect(parseJson('{"a":"12345678901234567890","b":[null,true]}')).toEqual({
      a: '12345678901234567890',
      b: [null, true],
    });
  });

  test.each(['', '{', '{"a":1', "{'a':1}"])('throws for %j', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });

  test('reads a million digits in no time', () => {
    const digits = '1'.repeat(1_000_000);
    expect(parseJson(`[${digits}]`)).toEqual([digits]);
  });
});
