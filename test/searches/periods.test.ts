import { expect, test } from '@jest/globals';

import { App, run } from '../support/app.ts';
import { failing } from '../support/failure.ts';
import { EACH_OPERATION } from '../support/operations.ts';
import { toText } from '../../resources/values.ts';

const LATER = '2026-11-24T00:00:00Z';
const EARLIER = '2026-11-20T00:00:00Z';

/** Every step that filters by a period, with the labels of its two ends. */
const EACH_PERIOD = EACH_OPERATION.flatMap(([path, { kind, key, fields }]) => {
  const labelOf = (name: string) =>
    toText(fields.find((field) => field['key'] === name)?.['label']);
  const [start, end] = [labelOf('startDate'), labelOf('endDate')];
  return start && end ? [{ path, kind, key, start, end }] : [];
});

const STEPS = {
  find_conversation: App.searches.find_conversation,
  find_conversations: App.searches.find_conversations,
  find_form_submissions: App.searches.find_form_submissions,
  find_messages: App.searches.find_messages,
  find_survey_submissions: App.searches.find_survey_submissions,
};

test('every step that filters by a period is tried here', () => {
  expect(EACH_PERIOD.map(({ key }) => key).sort()).toEqual(Object.keys(STEPS).sort());
});

test.each(Object.entries(STEPS))(
  '%s refuses a period that ends before it starts, and asks HighLevel nothing',
  async (key, step) => {
    const period = EACH_PERIOD.find((entry) => entry.key === key);

    const { message } = await failing(
      run(step, {
        inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', startDate: LATER, endDate: EARLIER },
      }),
    );

    expect(message).toMatch(/^Nothing can match: /);
    expect(message).toContain(`"${period?.start ?? ''}"`);
    expect(message).toContain(`"${period?.end ?? ''}"`);
  },
);
