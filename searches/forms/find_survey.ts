import { defineSearch } from 'zapier-platform-core';

import { findForms } from '../../lib/forms/forms.ts';
import { SURVEYS } from '../../lib/forms/kinds.ts';
import { survey } from '../../resources/form.ts';

export default defineSearch({
  key: 'find_survey',
  noun: 'Survey',
  display: {
    label: 'Find Survey',
    description:
      'Finds a survey of your sub-account by its name. For what people filled in, use Find Many Survey Submissions.',
  },
  operation: {
    inputFields: [
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        required: true,
        helpText: 'The name of the survey, or part of it. An exact match comes first.',
      },
    ],
    perform: (z, bundle) => findForms(z, bundle, SURVEYS, bundle.inputData.name),
    ...survey.output,
  },
});
