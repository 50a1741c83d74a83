import { describe, expect, test } from '@jest/globals';

import {
  partsOf,
  render,
  renderLines,
  renderList,
  tokensIn,
  type Lookup,
} from '../../../recipes/engine/template.ts';

const VALUES: Record<string, unknown> = {
  trigger__name: 'Anna',
  trigger__empty: null,
  trigger__count: 3,
  trigger__isNew: false,
  trigger__tags: ['one', 'two'],
  'trigger__lines[]title': ['Pens', 'Ink'],
  'trigger__lines[]price': [1, 2.5],
  trigger__record: { id: 'x' },
  trigger__template: '{{trigger__name}}',
  zap_meta__utc_iso: '2026-11-20T10:00:00.000Z',
};

const lookup: Lookup = ({ step, field }) => Promise.resolve(VALUES[`${step}__${field}`]);

describe('tokensIn', () => {
  test('reads step and field', () => {
    expect(tokensIn('Hi {{find_contact__contact__name}}, {{zap_meta_utc_iso}}')).toEqual([
      {
        text: '{{find_contact__contact__name}}',
        step: 'find_contact',
        field: 'contact__name',
      },
      { text: '{{zap_meta_utc_iso}}', step: 'zap_meta', field: 'utc_iso' },
    ]);
  });

  test('refuses a token without a field', () => {
    expect(() => tokensIn('{{name}}')).toThrow('{{name}} names no field of a step.');
  });
});

test('partsOf takes nested records and lists apart', () => {
  expect(partsOf('osdi:attendance__person__email_addresses[]address')).toEqual([
    'osdi:attendance',
    'person',
    'email_addresses',
    'address',
  ]);
});

describe('render', () => {
  test.each([
    ['Hi {{trigger__name}}!', 'Hi Anna!'],
    ['{{trigger__name}}{{trigger__name}}', 'AnnaAnna'],
    ['[{{trigger__empty}}]', '[]'],
    ['{{trigger__count}} {{trigger__isNew}}', '3 false'],
    ['{{trigger__tags}}', 'one,two'],
    ['{{trigger__lines[]price}}', '1,2.5'],
    ['At {{zap_meta_utc_iso}}', 'At 2026-11-20T10:00:00.000Z'],
    ['{{trigger__template}} {{trigger__name}}', '{{trigger__name}} Anna'],
    ['No token', 'No token'],
  ])('%s', async (text, expected) => {
    expect(await render(text, lookup)).toBe(expected);
  });

  test('refuses a record, which no field can hold', async () => {
    await expect(render('{{trigger__record}}', lookup)).rejects.toThrow('a record');
  });
});

describe('renderList', () => {
  test('spreads a list that stands alone, and keeps texts together', async () => {
    expect(await renderList(['{{trigger__tags}}', 'vip', 'x {{trigger__tags}}'], lookup)).toEqual([
      'one',
      'two',
      'vip',
      'x one,two',
    ]);
  });
});

describe('renderLines', () => {
  test('makes a row for each entry; single values stand in each', async () => {
    const row = {
      title: '{{trigger__lines[]title}}',
      price: '{{trigger__lines[]price}}',
      by: '{{trigger__name}}',
    };
    expect(await renderLines([row], lookup)).toEqual([
      { title: 'Pens', price: '1', by: 'Anna' },
      { title: 'Ink', price: '2.5', by: 'Anna' },
    ]);
  });

  test('leaves fields empty where a list is shorter', async () => {
    const shorter: Lookup = ({ field }) =>
      Promise.resolve(field === 'a' ? ['1', '2', '3'] : ['x', 'y']);
    expect(await renderLines([{ a: '{{t__a}}', b: '{{t__b}}' }], shorter)).toEqual([
      { a: '1', b: 'x' },
      { a: '2', b: 'y' },
      { a: '3', b: '' },
    ]);
  });

  test('makes no row of an empty list', async () => {
    expect(await renderLines([{ a: '{{t__a}}' }], () => Promise.resolve([]))).toEqual([]);
  });
});
