import { describe, expect, test } from '@jest/globals';

import { App, run, runMethod } from '../../support/app.ts';
import { functionOf } from '../../support/fields.ts';
import { customFieldsAnswer, submission, submissionsAnswer } from '../../support/submissions.ts';

const trigger = App.triggers.new_form_submission;
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const INSURANCE = 'fQ2wEr5TyU8iOp1AsDfG';

describe('new_form_submission', () => {
  test('names the questions, and says where the visitor came from', async () => {
    submissionsAnswer(
      'forms',
      { page: '1', formId: 'f1ZbR4xVnL0shT7gK2mW', startAt: day(-1), endAt: day(1) },
      [
        submission('s1ZbR4xVnL0shT7gK2mW', minutesAgo(1), {
          [INSURANCE]: ['Private', 'Dental'],
          best_time: '',
        }),
      ],
    );
    customFieldsAnswer([{ id: INSURANCE, name: 'Insurance' }]);

    const found = await run(trigger, { inputData: { formId: 'f1ZbR4xVnL0shT7gK2mW' } });

    expect(found).toMatchObject([
      {
        id: 's1ZbR4xVnL0shT7gK2mW',
        formName: 'New Patient',
        answer: { first_name: 'Anna', [INSURANCE]: ['Private', 'Dental'] },
        answersText: 'First Name: Anna\nInsurance: Private, Dental\nPhone: +15550100123',
        questions: [
          { name: 'First Name', answer: 'Anna', key: 'first_name' },
          { name: 'Insurance', answer: 'Private, Dental', key: INSURANCE },
          { name: 'Best Time', answer: null },
          { name: 'Phone' },
        ],
        pageUrl: 'https://example.com/contact?utm_campaign=spring',
        referrer: 'https://example.com/search',
        utmSource: 'newsletter',
        utmCampaign: 'spring',
        utmTerm: null,
        ipAddress: '203.0.113.7',
        phone: '+15550100123',
        contact: expect.stringContaining('hydrate'),
      },
    ]);
  });

  test('reads one page where HighLevel lists the newest first', async () => {
    submissionsAnswer(
      'forms',
      {},
      [
        submission('s2ZbR4xVnL0shT7gK2mW', minutesAgo(1)),
        submission('s1ZbR4xVnL0shT7gK2mW', minutesAgo(300)),
      ],
      2,
    );

    expect(await run(trigger)).toMatchObject([
      { id: 's2ZbR4xVnL0shT7gK2mW' },
      { id: 's1ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  test('reads all pages where it does not, and returns the newest first', async () => {
    submissionsAnswer(
      'forms',
      { page: '1' },
      [
        submission('s1ZbR4xVnL0shT7gK2mW', minutesAgo(300)),
        submission('s2ZbR4xVnL0shT7gK2mW', minutesAgo(200)),
      ],
      2,
    );
    submissionsAnswer('forms', { page: '2' }, [submission('s3ZbR4xVnL0shT7gK2mW', minutesAgo(1))]);

    expect(await run(trigger)).toMatchObject([
      { id: 's3ZbR4xVnL0shT7gK2mW' },
      { id: 's2ZbR4xVnL0shT7gK2mW' },
      { id: 's1ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  test('looks back a year for the editor', async () => {
    submissionsAnswer('forms', { startAt: day(-366) }, [
      submission('s1ZbR4xVnL0shT7gK2mW', minutesAgo(90_000)),
    ]);

    expect(await run(trigger, { meta: { isLoadingSample: true } })).toMatchObject([
      { id: 's1ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  test('offers each question of the chosen form as an output', async () => {
    submissionsAnswer('forms', { formId: 'f1ZbR4xVnL0shT7gK2mW' }, [
      submission('s2ZbR4xVnL0shT7gK2mW', minutesAgo(1), { [INSURANCE]: ['Private'] }),
      submission('s1ZbR4xVnL0shT7gK2mW', minutesAgo(2), { children: 2 }),
    ]);
    customFieldsAnswer([{ id: INSURANCE, name: 'Insurance' }]);
    const outputs = functionOf(trigger.operation.outputFields);

    expect(await runMethod(outputs, { inputData: { formId: 'f1ZbR4xVnL0shT7gK2mW' } })).toEqual([
      { key: 'answer__first_name', label: 'First Name', type: 'string' },
      { key: `answer__${INSURANCE}`, label: 'Insurance', list: true, type: 'string' },
      { key: 'answer__phone', label: 'Phone', type: 'string' },
      { key: 'answer__children', label: 'Children', type: 'number' },
    ]);
  });
});
