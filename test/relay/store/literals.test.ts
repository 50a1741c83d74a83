import { describe, expect, test } from '@jest/globals';

import { literal } from '../../../relay/store/literals.ts';

describe('literal', () => {
  test.each<[unknown, string]>([
    [null, 'NULL'],
    [undefined, 'NULL'],
    ['plain', `'plain'`],
    ["it's", `'it''s'`],
    ["'; DROP TABLE relay.event; --", `'''; DROP TABLE relay.event; --'`],
    ["\\'", `'\\'''`],
    ['line\nbreak', `'line\nbreak'`],
    [7, `'7'`],
    [-1.5, `'-1.5'`],
    [true, `'true'`],
    [new Date('2026-01-01T00:00:00Z'), `'2026-01-01T00:00:00.000Z'`],
    [{ a: "b'" }, `'{"a":"b''"}'`],
    [[], `'{}'`],
    [['a', 'b,c', 'd"e', 'f\\g', "h'i", '', null], `'{"a","b,c","d\\"e","f\\\\g","h''i","",NULL}'`],
    [[1, 2], `'{"1","2"}'`],
  ])('%p', (value, expected) => {
    expect(literal(value)).toBe(expected);
  });

  test.each<[unknown]>([[Symbol('x')], [() => 1], [1n], [new Map()], ['a\0b'], [['a\0b']]])(
    'refuses %p',
    (value) => {
      expect(() => literal(value)).toThrow(/cannot be/);
    },
  );
});
