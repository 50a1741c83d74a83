import { describe, expect, test } from '@jest/globals';

import { readDateField } from '../../../recipes/engine/dates.ts';
import { TRANSFORMS } from '../../../recipes/engine/formatter.ts';

describe('a date field', () => {
  test.each([
    ['2026-11-20T10:00:00Z', '2026-11-20T10:00:00.000Z'],
    ['2026-11-20T10:00:00Z -1d', '2026-11-19T10:00:00.000Z'],
    ['2026-11-20T10:00:00+01:00 +1d -3h', '2026-11-21T06:00:00.000Z'],
    ['2026-11-20T10:00:00Z +1w +5m +2s', '2026-11-27T10:05:02.000Z'],
    ['tomorrow', 'tomorrow'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(readDateField(text)).toBe(expected);
  });
});

describe('Formatter by Zapier', () => {
  const {
    'Pick From List': pick,
    'Default Value': fallback,
    'Add/Subtract Time': move,
  } = TRANSFORMS;

  test('picks the first or last value that is not empty', () => {
    const inputs = ['', 'a', 'b', ''];
    expect(pick.run({ inputs, operation: 'Choose First' })).toBe('a');
    expect(pick.run({ inputs, operation: 'Choose Last' })).toBe('b');
    expect(pick.run({ inputs: [], operation: 'Choose First' })).toBe('');
  });

  test('takes the default for an empty value', () => {
    expect(fallback.run({ inputs: '', default_value: 'b' })).toBe('b');
    expect(fallback.run({ inputs: 'a', default_value: 'b' })).toBe('a');
  });

  test('adds and takes away time', () => {
    const inputs = '2026-11-20T10:00:00Z';
    expect(move.run({ inputs, expression: '-1 day' })).toBe('2026-11-19T10:00:00.000Z');
    expect(move.run({ inputs, expression: '+2 hours' })).toBe('2026-11-20T12:00:00.000Z');
  });
});
