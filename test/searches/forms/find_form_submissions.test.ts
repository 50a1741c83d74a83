import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { toList, toRecord } from '../../../resources/values.ts';
import { customFieldsAnswer, submission, submissionsAnswer } from '../../support/submissions.ts';
import { numberedId } from '../../support/ids.ts';

const search = App.searches.find_form_submissions;

describe('find_form_submissions', () => {
  test('returns those of a period, the newest first, as text and line items', async () => {
    submissionsAnswer(
      'forms',
      { formId: 'f1ZbR4xVnL0shT7gK2mW', q: 'anna', startAt: '2026-11-01', endAt: '2026-11-06' },
      [
        submission('too-old', '2026-11-01T23:00:00.000Z'),
        submission('s1ZbR4xVnL0shT7gK2mW', '2026-11-03T10:00:00.000Z'),
      ],
      2,
    );
    submissionsAnswer('forms', { page: '2' }, [
      submission('s2ZbR4xVnL0shT7gK2mW', '2026-11-04T10:00:00.000Z', { score: 4 }),
    ]);

    const found = await run(search, {
      inputData: {
        formId: 'f1ZbR4xVnL0shT7gK2mW',
        query: 'anna',
        startDate: '2026-11-02',
        endDate: '2026-11-05',
      },
    });

    expect(found).toMatchObject([
      {
        id: 's2ZbR4xVnL0shT7gK2mW',
        count: 2,
        hasMore: false,
        summary:
          '2026-11-04 10:00 Anna Example (New Patient): First Name: Anna, Score: 4, Phone: +15550100123\n' +
          '2026-11-03 10:00 Anna Example (New Patient): First Name: Anna, Phone: +15550100123',
        submissions: [
          { id: 's2ZbR4xVnL0shT7gK2mW', formName: 'New Patient' },
          { id: 's1ZbR4xVnL0shT7gK2mW' },
        ],
      },
    ]);
  });

  test('leaves out what HighLevel finds of other contacts, and finds nothing then', async () => {
    submissionsAnswer('forms', { q: 'k1ZbR4xVnL0shT7gK2mW' }, [
      submission('s1ZbR4xVnL0shT7gK2mW', new Date().toISOString()),
    ]);

    expect(await run(search, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW' } })).toEqual([]);
  });

  test('names no question by the ID of a field that was deleted', async () => {
    submissionsAnswer('forms', {}, [
      submission('s1ZbR4xVnL0shT7gK2mW', new Date().toISOString(), {
        g1ZbR4xVnL0shT7gK2mW: 'Blue',
      }),
    ]);
    customFieldsAnswer([]);
    const [list] = toList(await run(search, { inputData: {} }));
    expect(toRecord(list)['summary']).toContain('Deleted Question: Blue');
  });

  test('says that there are more', async () => {
    const now = Date.now();
    const rows = [1, 2, 3].map((age) =>
      submission(numberedId('s', age), new Date(now - age * 1000).toISOString()),
    );
    submissionsAnswer('forms', {}, rows);

    expect(await run(search, { inputData: { limit: 2 } })).toMatchObject([
      {
        count: 2,
        hasMore: true,
        submissions: [{ id: 's1ZbR4xVnL0shT7gK2mW' }, { id: 's2ZbR4xVnL0shT7gK2mW' }],
      },
    ]);
  });
});
