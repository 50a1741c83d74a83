import { expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { submission, submissionsAnswer } from '../../support/submissions.ts';

test('find_survey_submissions asks for a survey by its own key, and names it', async () => {
  const { formId, ...row } = submission('s1ZbR4xVnL0shT7gK2mW', new Date().toISOString(), {
    score: 9,
  });
  submissionsAnswer('surveys', { surveyId: 'v1ZbR4xVnL0shT7gK2mW' }, [
    { ...row, surveyId: formId },
  ]);

  const found = await run(App.searches.find_survey_submissions, {
    inputData: { surveyId: 'v1ZbR4xVnL0shT7gK2mW' },
  });

  expect(found).toMatchObject([
    {
      id: 's1ZbR4xVnL0shT7gK2mW',
      count: 1,
      submissions: [{ id: 's1ZbR4xVnL0shT7gK2mW', formName: 'New Patient' }],
    },
  ]);
});
