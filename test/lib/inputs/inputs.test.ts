import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';

import { labelsOf, readInputs, type Reading } from '../../../lib/inputs/inputs.ts';
import { thrownBy } from '../../support/failure.ts';

const READING: Reading = { timezone: 'America/New_York', nationalPhone: (typed) => typed };

const fields: PlainInputField[] = [
  { key: 'contactId', label: 'Contact', type: 'string', required: true, search: 'find_contact.id' },
  { key: 'note', label: 'Note', type: 'text' },
  { key: 'title', label: 'Title', type: 'string' },
  { key: 'subject', label: 'Subject', type: 'string', meta: { kind: 'header' } },
  { key: 'starred', label: 'Starred', type: 'boolean' },
  { key: 'count', label: 'Count', type: 'integer', meta: { min: 0, max: 5000 } },
  { key: 'score', label: 'Score', type: 'number' },
  { key: 'tags', label: 'Tags', type: 'string', list: true, meta: { kind: 'tag', most: 3 } },
  { key: 'words', label: 'Words', type: 'string', list: true },
  { key: 'ids', label: 'Messages', type: 'string', list: true, meta: { kind: 'id' } },
  { key: 'cc', label: 'CC', type: 'string', list: true, meta: { kind: 'email' } },
  { key: 'links', label: 'Links', type: 'string', list: true, meta: { kind: 'url' } },
  { key: 'markAs', label: 'Mark As', type: 'string', choices: { read: 'Read', unread: 'Unread' } },
  { key: 'due', label: 'Due', type: 'datetime' },
  { key: 'born', label: 'Born', type: 'datetime', meta: { kind: 'day' } },
  { key: 'owner', label: 'Owner', type: 'string', meta: { kind: 'assignee' } },
  { key: 'color', label: 'Color', type: 'string', meta: { kind: 'color' } },
  { key: 'query', label: 'Query', type: 'string', dict: true },
  { key: 'counts', label: 'Counts', dict: true, meta: { kind: 'count' } },
  { key: 'body', label: 'Body', type: 'text', meta: { kind: 'json' } },
  { key: 'short', label: 'Short', type: 'string', meta: { longest: 5 } },
  { key: 'warning', type: 'copy', required: true },
  {
    key: 'lines',
    label: 'Lines',
    children: [
      { key: 'line', label: 'Line', type: 'string' },
      { key: 'price', label: 'Price', type: 'number' },
    ],
  },
];

function read(inputData: Record<string, unknown>) {
  return readInputs(fields, { contactId: 'con1ZbR4xVnL0shT7gK2', ...inputData }, READING);
}

describe('readInputs reads', () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ contactId: '  con1ZbR4xVnL0shT7gK2\n' }, {}],
    [{ contactId: '\u200bcon1ZbR4xVnL0shT7gK2\u2069' }, {}],
    [{ note: '' }, {}],
    [{ note: ' \u200b\ufeff ' }, {}],
    [{ note: null, starred: undefined }, {}],
    [{ note: '\0\u0007', title: '\ud83d', tags: ['\0', 'vip'] }, { tags: ['vip'] }],
    [{ tags: 'a; b\tc' }, { tags: ['a', 'b', 'c'] }],
    [{ cc: ',,a@x.example,, ;b@x.example;' }, { cc: ['a@x.example', 'b@x.example'] }],
    // Text stays as it is, but for what no text means.
    [{ note: '  two\n lines ' }, { note: '  two\n lines ' }],
    [{ note: 'a\0b\ud83d \ud83d\ude00' }, { note: 'ab \ud83d\ude00' }],
    [{ note: true }, { note: 'true' }],
    [{ note: 12345 }, { note: '12345' }],
    [{ title: '\u200b Ms. \u2764\ufe0f \u200e' }, { title: 'Ms. \u2764\ufe0f' }],
    [{ subject: 'Hello\r\nBcc: x' }, { subject: 'Hello  Bcc: x' }],
    // Lists, and lists in one entry.
    [
      { words: '[12345678901234567890, 98765432109876543210]' },
      { words: ['12345678901234567890', '98765432109876543210'] },
    ],
    [{ query: '{"id": 12345678901234567890}' }, { query: { id: '12345678901234567890' } }],
    [{ lines: '[{"line": 12345678901234567890}]' }, { lines: [{ line: '12345678901234567890' }] }],
    [{ tags: ['a', ' b ', '', null] }, { tags: ['a', 'b'] }],
    [{ tags: ['', ' '] }, {}],
    [{ tags: [] }, {}],
    [{ tags: 'a' }, { tags: ['a'] }],
    [{ tags: 'a, b\nc,a' }, { tags: ['a', 'b', 'c'] }],
    [{ tags: ['["vip","new"]'] }, { tags: ['vip', 'new'] }],
    [{ tags: [['a'], ['b', 7]] }, { tags: ['a', 'b', '7'] }],
    [{ tags: '[vip]' }, { tags: ['[vip]'] }],
    [{ tags: '' }, {}],
    [
      {
        ids: 'm1ZbR4xVnL0shT7gK2mW m2ZbR4xVnL0shT7gK2mW,m3ZbR4xVnL0shT7gK2mW;m4ZbR4xVnL0shT7gK2mW\nm5ZbR4xVnL0shT7gK2mW',
      },
      {
        ids: [
          'm1ZbR4xVnL0shT7gK2mW',
          'm2ZbR4xVnL0shT7gK2mW',
          'm3ZbR4xVnL0shT7gK2mW',
          'm4ZbR4xVnL0shT7gK2mW',
          'm5ZbR4xVnL0shT7gK2mW',
        ],
      },
    ],
    [{ cc: '["a@x.example","b@x.example"]' }, { cc: ['a@x.example', 'b@x.example'] }],
    [{ cc: ['Example, Anna <a@x.example>; b@x.example'] }, { cc: ['a@x.example', 'b@x.example'] }],
    [
      { links: ['https://x.example/a.jpg,https://x.example/b.jpg'] },
      { links: ['https://x.example/a.jpg', 'https://x.example/b.jpg'] },
    ],
    // Numbers.
    [{ count: '12' }, { count: 12 }],
    [{ count: 12 }, { count: 12 }],
    [{ count: '1,234' }, { count: 1234 }],
    [{ score: ' 1.5 ' }, { score: 1.5 }],
    [{ score: '9,99' }, { score: 9.99 }],
    // Choices by value or label.
    [{ markAs: 'UNREAD' }, { markAs: 'unread' }],
    [{ owner: 'Unassigned' }, { owner: 'unassigned' }],
    [{ color: 'fa0' }, { color: '#fa0' }],
    // Dates.
    [{ due: '2026-11-24 09:00' }, { due: '2026-11-24T14:00:00.000Z' }],
    [{ due: 1795514520 }, { due: '2026-11-24T10:02:00.000Z' }],
    [{ born: '17.5.1990' }, { born: '1990-05-17' }],
    // Pairs and JSON.
    [
      { query: { limit: 5, ' name ': ' Anna ', empty: '' } },
      { query: { limit: '5', name: 'Anna' } },
    ],
    [{ query: '{"limit": 5}' }, { query: { limit: '5' } }],
    [{ counts: { opened: '2' } }, { counts: { opened: 2 } }],
    [{ body: ' {"a": 1} ' }, { body: ' {"a": 1} ' }],
    [{ body: { a: [1] } }, { body: '{"a":[1]}' }],
    [{ body: [1] }, { body: '[1]' }],
    // Line items, also as one, as JSON, or by their own fields alone.
    [{ lines: [{ line: ' a ', other: 1 }, { line: '' }] }, { lines: [{ line: 'a' }] }],
    [{ lines: { line: 'a', price: '9,99' } }, { lines: [{ line: 'a', price: 9.99 }] }],
    [{ lines: '[{"line": "a"}, {"line": "b"}]' }, { lines: [{ line: 'a' }, { line: 'b' }] }],
    [{ line: 'a' }, { lines: [{ line: 'a' }] }],
    [{ lines: [{ line: '' }] }, {}],
    // What no field declares.
    [{ unknown: 'left behind', companyId: 'x' }, {}],
  ])('%j', (given, expected) => {
    expect(read(given)).toEqual({ contactId: 'con1ZbR4xVnL0shT7gK2', ...expected });
  });

  test.each<[unknown, boolean]>([
    [true, true],
    ['true', true],
    ['Yes', true],
    ['1', true],
    [1, true],
    ['on', true],
    [false, false],
    ['false', false],
    ['NO', false],
    ['0', false],
  ])('%j as a yes or no', (given, expected) => {
    expect(read({ starred: given })).toEqual({
      contactId: 'con1ZbR4xVnL0shT7gK2',
      starred: expected,
    });
  });
});

test.each<[Record<string, unknown>, string]>([
  [
    { contactId: ' ' },
    '"Contact" is empty. Fill it in, or map a value that the earlier step always returns.',
  ],
  [
    { contactId: undefined },
    '"Contact" is empty. Fill it in, or map a value that the earlier step always returns.',
  ],
  [
    { contactId: '..' },
    '"Contact" must be the ID of a record, and is "..". Choose it from the list, or map its ID from an earlier step.',
  ],
  [
    { contactId: 'Anna Example' },
    '"Contact" must be the ID of a record, and is "Anna Example". Choose it from the list, or map its ID from an earlier step.',
  ],
  [
    { contactId: 'a\0b' },
    '"Contact" must be the ID of a record, and is "a b". Choose it from the list, or map its ID from an earlier step.',
  ],
  [
    { contactId: 'x'.repeat(20_000) },
    `"Contact" must be the ID of a record, and is "${'x'.repeat(80)}…". Choose it from the list, or map its ID from an earlier step.`,
  ],
  [
    { contactId: ['con1ZbR4xVnL0shT7gK2'] },
    '"Contact" takes one value, and this is a list. Map one value of it.',
  ],
  [{ note: {} }, '"Note" takes one value, and this is a group of values. Map one value of it.'],
  [
    { note: 'undefined' },
    '"Note" got no value: the step it is mapped from returned none. Map another value, or set a default in that step.',
  ],
  [
    { tags: ['a', '[object Object]'] },
    '"Tags" got no value: the step it is mapped from returned none. Map another value, or set a default in that step.',
  ],
  [
    { tags: [{ name: 'a' }] },
    '"Tags" takes a list of single values, and one of these is a list or a group of values. Map the single values.',
  ],
  [
    { tags: [[['a']]] },
    '"Tags" takes a list of single values, and one of these is a list or a group of values. Map the single values.',
  ],
  [
    { tags: "['a', 'b']" },
    '"Tags" contains a list that cannot be read: "[\'a\', \'b\']". Write one value per line, or separate them by commas.',
  ],
  [{ tags: 'a,b,c,d' }, '"Tags" takes at most 3 entries, and these are 4.'],
  [
    { links: ['www.example.com/a.pdf'] },
    '"Links" must be a URL that starts with https://, and is "www.example.com/a.pdf".',
  ],
  [{ starred: 'perhaps' }, '"Starred" must be yes or no, and is "perhaps".'],
  [{ count: '1.5' }, '"Count" must be a whole number, and is "1.5".'],
  [{ count: 5001 }, '"Count" must be between 0 and 5000, and is "5001".'],
  [{ score: 'many' }, '"Score" must be a number, and is "many".'],
  [
    { score: '99999999999999999' },
    '"Score" must be a number of at most 15 digits, and is "99999999999999999".',
  ],
  [{ markAs: 'not read' }, '"Mark As" cannot be "not read". Choose one of these: Read, Unread.'],
  [{ color: 'reddish' }, '"Color" must be a color such as #FFAA00, and is "reddish".'],
  [
    { query: 'a=b' },
    '"Query" takes pairs of a name and a value. Write the name on the left and the value on the right.',
  ],
  [{ query: { a: ['b'] } }, '"Query: a" takes one value, and this is a list. Map one value of it.'],
  [
    { counts: { opened: '-1' } },
    '"Counts: opened" must be a whole number of 0 or more, and is "-1".',
  ],
  [{ body: '{"a": 1,}' }, '"Body" is not valid JSON. Check its quotes, commas and braces at "}".'],
  [{ body: '{"a": ' }, '"Body" is not valid JSON. Check its quotes, commas and braces at its end.'],
  [
    { lines: 'a' },
    '"Lines" takes line items with Line, Price. Map line items from an earlier step, or fill in the fields below it.',
  ],
  [{ lines: [{ line: 'a', price: 'x' }] }, '"Price" must be a number, and is "x".'],
  [{ short: 'abcdef' }, '"Short" has 6 characters, and HighLevel accepts at most 5. Shorten it.'],
])('readInputs refuses %j in a sentence', (given, sentence) => {
  expect(thrownBy(() => read(given)).message).toBe(sentence);
});

test('a field that does not show is not read, whatever stayed behind in it', () => {
  const shown = readInputs(
    fields,
    { contactId: 'con1ZbR4xVnL0shT7gK2', count: 'x', starred: 'yes' },
    READING,
    ({ key }, values) => key !== 'count' || values['contactId'] !== 'con1ZbR4xVnL0shT7gK2',
  );
  expect(shown).toEqual({ contactId: 'con1ZbR4xVnL0shT7gK2', starred: true });
});

test('labelsOf knows fields, and fields within line items', () => {
  expect(labelsOf(fields)).toMatchObject({ contactId: 'Contact', line: 'Line', lines: 'Lines' });
});
