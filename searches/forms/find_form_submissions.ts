import { defineSearch } from 'zapier-platform-core';

import { formField } from '../../lib/forms/fields.ts';
import { FORMS } from '../../lib/forms/kinds.ts';
import { listSubmissions } from '../../lib/forms/list.ts';
import { submissionListFields } from '../../lib/forms/list_fields.ts';
import { submissionList } from '../../resources/submission.ts';

export default defineSearch({
  key: 'find_form_submissions',
  noun: 'Form Submission List',
  display: {
    label: 'Find Many Form Submissions',
    description:
      'Finds up to 500 of the latest submissions of a form by contact, text or date, with all answers, as one text (Summary) and as line items, the newest first. If there are none, this step finds nothing.',
  },
  operation: {
    inputFields: [
      { ...formField, helpText: 'Only submissions of this form. Leave blank for all forms.' },
      ...submissionListFields,
    ],
    perform: async (z, bundle) => {
      const { formId, ...input } = bundle.inputData;
      const found = await listSubmissions(z, bundle, FORMS, { ...input, formId });
      return found ? [found] : [];
    },
    ...submissionList.output,
  },
});
