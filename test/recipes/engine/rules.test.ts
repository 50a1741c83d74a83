import { describe, expect, test } from '@jest/globals';

import { holds, type Rule } from '../../../recipes/engine/rules.ts';
import type { Lookup } from '../../../recipes/engine/template.ts';

const VALUES: Record<string, unknown> = {
  name: 'Anna',
  none: null,
  yes: true,
  date: '2026-11-20T10:00:00Z',
};
const lookup: Lookup = ({ field }) => Promise.resolve(VALUES[field]);
const name = (condition: Rule['condition'], value?: string): Rule => ({
  field: '{{trigger__name}}',
  condition,
  ...(value === undefined ? {} : { value }),
});

describe('holds', () => {
  test.each<[string, Rule, boolean]>([
    ['contains, in any case', name('(Text) Contains', 'NN'), true],
    ['does not contain', name('(Text) Contains', 'x'), false],
    ['matches to the letter', name('(Text) Exactly matches', 'Anna'), true],
    ['matches in the same case only', name('(Text) Exactly matches', 'anna'), false],
    ['differs', name('(Text) Does not exactly match', 'anna'), true],
    ['exists', name('Exists'), true],
    ['is empty', { field: '{{trigger__none}}', condition: 'Does not exist' }, true],
    ['is true', { field: '{{trigger__yes}}', condition: '(Boolean) Is true' }, true],
    ['is not false', { field: '{{trigger__yes}}', condition: '(Boolean) Is false' }, false],
    [
      'is before',
      {
        field: '{{trigger__date}}',
        condition: '(Date/time) Before',
        value: '2026-11-20T11:30:00+01:00',
      },
      true,
    ],
    [
      'is before nothing that is empty',
      { field: '{{trigger__none}}', condition: '(Date/time) Before', value: '2026-11-20' },
      false,
    ],
  ])('%s', async (_what, rule, expected) => {
    expect(await holds([[rule]], lookup)).toBe(expected);
  });

  test('joins rules by "and", groups by "or"', async () => {
    const [right, wrong] = [name('Exists'), name('Does not exist')];
    expect(await holds([[right, wrong]], lookup)).toBe(false);
    expect(await holds([[right, wrong], [right]], lookup)).toBe(true);
  });
});
