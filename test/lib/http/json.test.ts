import { describe, expect, test } from '@jest/globals';

import { mayBeRounded, parseJson } from '../../../lib/http/json.ts';

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

describe('mayBeRounded', () => {
  test.each([
    '12345678901234567890',
    '-12345678901234567890',
    ' 1e400',
    '{"a":1E400}',
    '{"a": -1.2345678901234567891}',
    '[1,\n9007199254740993]',
  ])('%j may be', (json) => {
    expect(mayBeRounded(json)).toBe(true);
  });

  test.each([
    '{"id":"a3E7bC9e1dF5gH2iJ4kL"}',
    '{"id":"1234567890123456789"}',
    '{"at":1764239640000,"price":12.5}',
    '{"at":"2026-11-20T10:02:05.000Z"}',
  ])('%s has no such number', (json) => {
    expect(mayBeRounded(json)).toBe(false);
  });
});
