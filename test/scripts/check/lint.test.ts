import { describe, expect, test } from '@jest/globals';

import { applyExceptions } from '../../../scripts/check/lint.ts';
import { reportOf } from '../../../scripts/check/report.ts';

const CASE = { rule: 'D018', operation: 'creates.add_note', message: 'The label is wrong.' };
const FIELD = { rule: 'D004', operation: 'creates.add_note', field: 'id', message: 'No dropdown.' };
const EXCEPTION = {
  rule: 'D004',
  operations: ['creates.add_note'],
  field: 'id',
  reason: 'The API lists none.',
};

describe('Exceptions', () => {
  test('take out the finding that they are about, and no other', () => {
    const other = { ...FIELD, field: 'contactId' };
    const outcome = applyExceptions([CASE, FIELD, other], [EXCEPTION], new Set(['D004']));
    expect(outcome.violations).toEqual([CASE, other]);
    expect(outcome.excepted.map(({ violation }) => violation)).toEqual([FIELD]);
  });

  test('are findings themselves once they no longer apply', () => {
    const { violations } = applyExceptions([CASE], [EXCEPTION], new Set(['D004', 'D018']));
    expect(violations).toEqual([
      CASE,
      {
        rule: 'exception-applies',
        operation: 'creates.add_note',
        field: 'id',
        message: 'The exception of D004 no longer applies. Take it out of the list.',
      },
    ]);
  });

  test('must apply to each operation that they name', () => {
    const both = { ...EXCEPTION, operations: ['creates.add_note', 'searches.find_note'] };
    const { violations } = applyExceptions([FIELD], [both], new Set(['D004']));
    expect(violations).toMatchObject([{ operation: 'searches.find_note', field: 'id' }]);
  });

  test('may lack their finding where the rule was not checked in full', () => {
    expect(applyExceptions([CASE], [EXCEPTION]).violations).toEqual([CASE]);
  });
});

describe('The report', () => {
  const scope = { ruleIds: ['D004', 'D018'], operations: 3 };

  test('lists operation, rule, field and sentence', () => {
    const outcome = applyExceptions([CASE, FIELD], []);
    expect(plain(reportOf(outcome, scope))).toBe(
      [
        'creates.add_note',
        '  D018      The label is wrong.',
        '  D004  id  No dropdown.',
        '',
        '2 findings (2 rules, 3 operations).',
      ].join('\n'),
    );
  });

  test('says that nothing was found, and how much is excepted', () => {
    const outcome = applyExceptions([FIELD], [EXCEPTION]);
    expect(plain(reportOf(outcome, scope))).toBe(
      'No findings (2 rules, 3 operations, 1 exception).',
    );
  });
});

function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- colours are control sequences
  return text.replaceAll(/\u001b\[\d+m/g, '');
}
