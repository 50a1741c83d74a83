import { defineSearch } from 'zapier-platform-core';

import { surveyField } from '../../lib/forms/fields.ts';
import { SURVEYS } from '../../lib/forms/kinds.ts';
import { listSubmissions } from '../../lib/forms/list.ts';
import { submissionListFields } from '../../lib/forms/list_fields.ts';
import { submissionList } from '../../resources/submission.ts';

export default defineSearch({
  key: 'find_survey_submissions',
  noun: 'Survey Submission List',
  display: {
    label: 'Find Many Survey Submissions',
    description:
      'Finds up to 500 of the latest submissions of a survey by contact, text or date, with all answers, as one text (Summary) and as line items, the newest first. If there are none, this step finds nothing.',
  },
  operation: {
    inputFields: [
      { ...surveyField, helpText: 'Only submissions of this survey. Leave blank for all surveys.' },
      ...submissionListFields,
    ],
    perform: async (z, bundle) => {
      const { surveyId: formId, ...input } = bundle.inputData;
      const found = await listSubmissions(z, bundle, SURVEYS, { ...input, formId });
      return found ? [found] : [];
    },
    ...submissionList.output,
  },
});
