import { defineTrigger } from 'zapier-platform-core';

import { formField } from '../../lib/forms/fields.ts';
import { FORMS } from '../../lib/forms/kinds.ts';
import { newSubmissions } from '../../lib/forms/new_submissions.ts';
import { answerOutputs } from '../../lib/forms/questions.ts';
import { formSubmissionItem } from '../../resources/submission.ts';

const { sample, outputFields } = formSubmissionItem.output;

export default defineTrigger({
  key: 'new_form_submission',
  noun: 'Form Submission',
  display: {
    label: 'New Form Submission',
    description:
      'Triggers when someone submits a form, as a new or an existing contact. Zapier checks every few minutes, up to 1,000 submissions each time. For new contacts only, use Contact Created.',
  },
  operation: {
    type: 'polling',
    inputFields: [
      {
        ...formField,
        helpText:
          'Only submissions of this form. Then each of its questions is a value of its own for later steps. Leave blank for all forms.',
      },
    ],
    perform: (z, bundle) => newSubmissions(z, bundle, FORMS, bundle.inputData.formId),
    sample,
    outputFields: [...outputFields, answerOutputs(FORMS)],
  },
});
