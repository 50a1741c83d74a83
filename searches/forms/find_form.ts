import { defineSearch } from 'zapier-platform-core';

import { findForms } from '../../lib/forms/forms.ts';
import { FORMS } from '../../lib/forms/kinds.ts';
import { form } from '../../resources/form.ts';

export default defineSearch({
  key: 'find_form',
  noun: 'Form',
  display: {
    label: 'Find Form',
    description:
      'Finds a form of your sub-account by its name. For what people filled in, use Find Many Form Submissions.',
  },
  operation: {
    inputFields: [
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        required: true,
        helpText: 'The name of the form, or part of it. An exact match comes first.',
      },
    ],
    perform: (z, bundle) => findForms(z, bundle, FORMS, bundle.inputData.name),
    ...form.output,
  },
});
