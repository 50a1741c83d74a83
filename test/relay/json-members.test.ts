import { describe, expect, test } from '@jest/globals';

import { membersOf } from '../../relay/json-members.ts';

/** The members of an object, each read by `JSON.parse`. */
function read(text: string): Record<string, unknown> {
  const json = Buffer.from(text);
  const members: Record<string, unknown> = {};
  for (const { name, start, end } of membersOf(json)) {
    members[name ?? 'unread'] = JSON.parse(json.toString('utf8', start, end));
  }
  return members;
}

const VALUES = [
  null,
  true,
  -12.5e-7,
  '',
  'plain',
  'a "quoted" \\ and \\" \\\\',
  'Grüße 👋 \u2028 \ud83d',
  '{"not": [an object}',
  [],
  {},
  [1, ['}', ']', { '"': '\\' }], '"'],
  { a: { b: { c: [{}, {}] } }, '}': '{' },
];

describe('membersOf', () => {
  test.each(VALUES.map((value) => [JSON.stringify(value), value]))(
    'finds where a value ends: %s',
    (_text, value) => {
      const object = { before: 1, 'the "value"': value, after: [value, value] };
      expect(read(JSON.stringify(object))).toEqual(object);
      expect(read(JSON.stringify(object, null, '\r\n\t '))).toEqual(object);
    },
  );

  test('finds nothing in an empty object, and the last of two members with one name', () => {
    expect(read(' { } ')).toEqual({});
    expect(read('{"a":1,"a":2}')).toEqual({ a: 2 });
    expect(read('{"\\u0061":1}')).toEqual({ a: 1 });
  });

  test('does not read a very long name', () => {
    const json = Buffer.from(`{"${'x'.repeat(10_000)}":1,"a":2}`);
    expect([...membersOf(json)].map(({ name }) => name)).toEqual([undefined, 'a']);
  });

  test('reads no member from the text of another', () => {
    expect(read('{"a":"\\",\\"type\\":\\"UNINSTALL\\",\\"","b":{"type":"UNINSTALL"}}')).toEqual({
      a: '","type":"UNINSTALL","',
      b: { type: 'UNINSTALL' },
    });
  });

  test.each([
    '',
    '[]',
    'null',
    '{',
    '{"a"',
    '{"a":',
    '{"a":1',
    '{"a":1,',
    '{"a":1,}',
    '{"a":"x',
    '{"a":"x\\"}',
    '{"a":[1,2}',
    '{"a":{}',
    '{a:1}',
    '{"a":nonsense}',
    '{"a":1 "b":2}',
    `{"a":${'1'.repeat(1000)}}`,
  ])('refuses %s', (text) => {
    expect(() => [...membersOf(Buffer.from(text))]).toThrow(SyntaxError);
  });
});
