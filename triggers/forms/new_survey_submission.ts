import { defineTrigger } from 'zapier-platform-core';

import { surveyField } from '../../lib/forms/fields.ts';
import { SURVEYS } from '../../lib/forms/kinds.ts';
import { newSubmissions } from '../../lib/forms/new_submissions.ts';
import { answerOutputs } from '../../lib/forms/questions.ts';
import { surveySubmissionItem } from '../../resources/submission.ts';

const { sample, outputFields } = surveySubmissionItem.output;

export default defineTrigger({
  key: 'new_survey_submission',
  noun: 'Survey Submission',
  display: {
    label: 'New Survey Submission',
    description:
      'Triggers when someone submits a survey, as a new or an existing contact. Zapier checks every few minutes, up to 1,000 submissions each time.',
  },
  operation: {
    type: 'polling',
    inputFields: [
      {
        ...surveyField,
        helpText:
          'Only submissions of this survey. Then each of its questions is a value of its own for later steps. Leave blank for all surveys.',
      },
    ],
    perform: (z, bundle) => newSubmissions(z, bundle, SURVEYS, bundle.inputData.surveyId),
    sample,
    outputFields: [...outputFields, answerOutputs(SURVEYS)],
  },
});
