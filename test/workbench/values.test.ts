import { describe, expect, test } from '@jest/globals';

import { textField, type FieldView } from '../../workbench/api/form.ts';
import { groupsFor } from '../../workbench/page/catalog/matching.ts';
import { linesOf } from '../../workbench/page/run/labeled.ts';
import { inputOf, missingIn } from '../../workbench/server/forms/input-data.ts';
import { withoutSecrets } from '../../workbench/server/runs/request-view.ts';

const field = (key: string, more: Partial<FieldView> = {}): FieldView => ({
  ...textField(key, `The ${key}`),
  ...more,
});

describe('What a step is given', () => {
  test.each([
    ['string', 'true', 'true'],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['boolean', 'perhaps', 'perhaps'],
    ['integer', '12', 12],
    ['number', '1.5', 1.5],
    ['number', 'many', 'many'],
    ['number', ' ', ' '],
  ])('a typed %s %p is %p', (type, text, expected) => {
    const { inputData } = inputOf([field('a', { type })], { a: { from: 'typed', value: text } });
    expect(inputData).toEqual({ a: expected });
  });

  test('a blank field is missing, one that an earlier step left empty is an empty text', () => {
    const fields = [field('a'), field('b'), field('c')];
    const { inputData, inputDataRaw } = inputOf(fields, {
      a: { from: 'typed', value: '' },
      b: { from: 'step', value: '' },
    });
    expect(inputData).toEqual({ b: '' });
    expect(inputDataRaw).toEqual({ b: '{{1__b}}' });
  });

  test('lists, line items and names with values come without their blank entries', () => {
    const fields = [
      field('list', { isList: true }),
      field('items', { columns: [field('name'), field('count', { type: 'integer' })] }),
      field('pairs', { isDictionary: true }),
    ];
    const { inputData } = inputOf(fields, {
      list: { from: 'typed', value: ['a', '', 'b'] },
      items: { from: 'typed', value: [{ name: 'One', count: '1' }, { name: '' }] },
      pairs: { from: 'typed', value: [{ key: 'color', value: 'blue' }] },
    });
    expect(inputData).toEqual({
      list: ['a', 'b'],
      items: [{ name: 'One', count: 1 }],
      pairs: { color: 'blue' },
    });
  });

  test('what a search step found fills its field, and required fields that are blank are named', () => {
    const fields = [field('a', { isRequired: true }), field('b', { isRequired: true })];
    const input = inputOf(fields, { a: { from: 'search', entries: {} } }, { a: 'found' });
    expect(input.inputData).toEqual({ a: 'found' });
    expect(missingIn(fields, input)).toEqual(['The b']);
  });
});

test.each([
  ['{"access_token":"abc","name":"x"}', '{"access_token":"••••••","name":"x"}'],
  ['grant_type=refresh_token&refresh_token=abc', 'grant_type=refresh_token&refresh_token=••••••'],
  ['{"client_secret": "abc"}', '{"client_secret": "••••••"}'],
  ['{"secret":"abc","id":"1"}', '{"secret":"••••••","id":"1"}'],
  ['{"postalCode":"02110"}', '{"postalCode":"02110"}'],
])('%s is shown as %s', (text, shown) => {
  expect(withoutSecrets(text)).toBe(shown);
});

test('A record is shown by labels, nested fields and line items included', () => {
  const record = { id: '1', contact: { firstName: 'Anna' }, items: [{ name: 'A' }], gone: null };
  const lines = linesOf(record, [
    { key: 'contact__firstName', label: 'Contact First Name', type: 'string' },
    { key: 'id', label: 'ID', type: 'string' },
    { key: 'items[]name', label: 'Item', type: 'string' },
  ]);
  expect(lines.map(({ label, value }) => [label, value])).toEqual([
    ['Contact First Name', { kind: 'text', text: 'Anna' }],
    ['ID', { kind: 'text', text: '1' }],
    [
      'Items',
      {
        kind: 'table',
        columns: [{ key: 'name', label: 'Item' }],
        rows: [[{ kind: 'text', text: 'A' }]],
      },
    ],
    ['Gone', { kind: 'blank' }],
  ]);
});

test('The catalog finds operations by all words, those with the words in their label first', () => {
  const entry = (key: string, label: string, description: string) =>
    ({ kind: 'creates', key, label, description, area: 'a', starts: null }) as const;
  const entries = [entry('x', 'Send Email', 'Or an SMS.'), entry('y', 'Send SMS', '')];
  const found = groupsFor([{ key: 'a', label: 'Messages' }], entries, 'send sms', '');
  expect(found[0]?.entries.map(({ key }) => key)).toEqual(['y', 'x']);
  expect(groupsFor([{ key: 'a', label: 'Messages' }], entries, 'send fax', '')).toEqual([]);
});
