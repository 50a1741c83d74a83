import { expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { submission, submissionsAnswer } from '../../support/submissions.ts';

test('new_survey_submission asks for a survey by its own key', async () => {
  const { formId, ...row } = submission('s1ZbR4xVnL0shT7gK2mW', new Date().toISOString(), {
    score: 9,
  });
  submissionsAnswer('surveys', { surveyId: 'v1ZbR4xVnL0shT7gK2mW' }, [
    { ...row, surveyId: formId },
  ]);

  const found = await run(App.triggers.new_survey_submission, {
    inputData: { surveyId: 'v1ZbR4xVnL0shT7gK2mW' },
  });

  expect(found).toMatchObject([
    {
      id: 's1ZbR4xVnL0shT7gK2mW',
      surveyId: 'f1ZbR4xVnL0shT7gK2mW',
      surveyName: 'New Patient',
      answer: { score: 9 },
    },
  ]);
});
