import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';

import { labelsOf, readInputs } from '../../../lib/inputs/inputs.ts';

const fields: PlainInputField[] = [
  { key: 'contactId', label: 'Contact', type: 'string', required: true },
  { key: 'note', label: 'Note', type: 'text' },
  { key: 'starred', label: 'Starred', type: 'boolean' },
  { key: 'count', label: 'Count', type: 'integer' },
  { key: 'score', label: 'Score', type: 'number' },
  { key: 'tags', label: 'Tags', type: 'string', list: true },
  { key: 'warning', type: 'copy', required: true },
  { key: 'lines', label: 'Lines', children: [{ key: 'title', label: 'Title', type: 'string' }] },
];

function read(inputData: Record<string, unknown>) {
  return readInputs(fields, { contactId: 'con1', ...inputData });
}

describe('readInputs', () => {
  test.each<[Record<string, unknown>, Record<string, unknown>]>([
    [{ contactId: '  con1\n' }, {}],
    [{ note: '' }, {}],
    [{ note: '   ' }, {}],
    [{ note: null, starred: undefined }, {}],
    [{ note: '  two\n lines ' }, { note: '  two\n lines ' }],
    [{ tags: ['a', ' b ', '', null] }, { tags: ['a', 'b'] }],
    [{ tags: ['', ' '] }, {}],
    [{ tags: 'a' }, { tags: ['a'] }],
    [{ tags: '' }, {}],
    [{ count: '12' }, { count: 12 }],
    [{ count: 12 }, { count: 12 }],
    [{ score: ' 1.5 ' }, { score: 1.5 }],
    [{ lines: [{ title: ' a ' }, { title: '' }] }, { lines: [{ title: 'a' }] }],
    [{ lines: [{ title: '' }] }, {}],
    [{ unknown: 'kept ' }, { unknown: 'kept' }],
  ])('reads %j', (given, expected) => {
    expect(read(given)).toEqual({ contactId: 'con1', ...expected });
  });

  test.each<[unknown, boolean]>([
    [true, true],
    ['true', true],
    ['Yes', true],
    ['1', true],
    ['on', true],
    [false, false],
    ['false', false],
    ['NO', false],
    ['0', false],
  ])('reads %j as a yes or no', (given, expected) => {
    expect(read({ starred: given })).toEqual({ contactId: 'con1', starred: expected });
  });

  test.each<[Record<string, unknown>, RegExp]>([
    [{ contactId: ' ' }, /\\"Contact\\" is empty. Fill it in/],
    [{ contactId: undefined }, /\\"Contact\\" is empty/],
    [{ starred: 'perhaps' }, /\\"Starred\\" must be yes or no, and is \\"perhaps\\"/],
    [{ count: '1.5' }, /\\"Count\\" must be a whole number, and is \\"1.5\\"/],
    [{ score: 'many' }, /\\"Score\\" must be a number, and is \\"many\\"/],
  ])('refuses %j with the label of the field', (given, sentence) => {
    expect(() => read(given)).toThrow(sentence);
  });
});

test('labelsOf knows fields, and fields within line items', () => {
  expect(labelsOf(fields)).toMatchObject({ contactId: 'Contact', title: 'Title', lines: 'Lines' });
});
