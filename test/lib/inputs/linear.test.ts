import { describe, expect, test } from '@jest/globals';
import type { PlainInputField } from 'zapier-platform-core';

import { readInputs } from '../../../lib/inputs/inputs.ts';
import { KINDS } from '../../../lib/inputs/kinds.ts';

const LENGTH = 100_000;

/** What makes readers go back and look again: signs that open something and never close it. */
const PIECES = [
  '{',
  '[',
  '(',
  '<',
  '"',
  "'",
  '@',
  ' ',
  '\n',
  ',',
  ';',
  '.',
  '-',
  '+',
  '/',
  '\\',
  '%25',
  ':',
  '0',
  '9',
  'a',
  '\u200b',
  '\u00a0',
  '\0',
  '\ud83d',
  '😀',
  'a@',
  '",',
  ' ,',
  '([',
  'a.',
  '1,',
  '1.',
  '0 ',
  'http',
  'https://',
  ',https://x',
  'null ',
  '[object Object]',
  '00',
  '+(0)',
  '<a',
  '&amp;',
  '{"a":',
  '["',
  "['",
  'mailto:',
  'T00:',
  'a@b.cd,',
];

const TEXTS = PIECES.flatMap((piece) => {
  const long = piece.repeat(Math.ceil(LENGTH / piece.length));
  return [long, `a${long}!`];
});

const LIST_KINDS = ['id', 'email', 'url', 'file', 'tag', 'line', 'choice', 'option'];

const FIELDS: PlainInputField[] = KINDS.flatMap((kind) => {
  const choices = kind === 'choice' || kind === 'option' ? { choices: { a: 'A', b: 'B, C' } } : {};
  const field = { key: kind, label: 'Field', meta: { kind }, ...choices };
  return LIST_KINDS.includes(kind) ? [field, { ...field, list: true }] : [field];
});

const OTHERS: PlainInputField[] = [
  { key: 'pairs', label: 'Field', dict: true },
  { key: 'lines', label: 'Field', children: [{ key: 'line', label: 'Field' }] },
];

// Were one of them not linear, it would take minutes for so many characters.
describe('100,000 characters are read or refused without looking at them again and again, as', () => {
  test.each(
    [...FIELDS, ...OTHERS].map(
      (field) => [`${field.key}${field.list ? ', a list' : ''}`, field] as const,
    ),
  )('%s', (_kind, field) => {
    const outcomes = TEXTS.map((text) => {
      try {
        const reading = { timezone: 'UTC', nationalPhone: (typed: string) => typed };
        readInputs([field], { [field.key]: text }, reading);
        return 'read';
      } catch (error) {
        return error instanceof Error && error.message.includes('Field') ? 'refused' : error;
      }
    });
    expect(
      [...new Set(outcomes)].filter((outcome) => outcome !== 'read' && outcome !== 'refused'),
    ).toEqual([]);
  });
});
