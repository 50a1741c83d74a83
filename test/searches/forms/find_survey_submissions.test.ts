import { expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { submission, submissionsAnswer } from '../../support/submissions.ts';

test('find_survey_submissions asks for a survey by its own key, and names it', async () => {
  const { formId, ...row } = submission('s1', new Date().toISOString(), { score: 9 });
  submissionsAnswer('surveys', { surveyId: 'v1' }, [{ ...row, surveyId: formId }]);

  const found = await run(App.searches.find_survey_submissions, { inputData: { surveyId: 'v1' } });

  expect(found).toMatchObject([
    { id: 's1', count: 1, submissions: [{ id: 's1', formName: 'New Patient' }] },
  ]);
});
