import { defineCreate } from 'zapier-platform-core';

import { createEmailTemplate } from '../../lib/emails/templates.ts';
import { userField } from '../../lib/users/fields.ts';
import { emailTemplate } from '../../resources/email_template.ts';

export default defineCreate({
  key: 'create_email_template',
  noun: 'Email Template',
  display: {
    label: 'Create Email Template',
    description:
      'Creates a template in the email builder, from HTML code. To send an email, use Send Email.',
  },
  operation: {
    inputFields: [
      { key: 'name', label: 'Name', type: 'string', required: true },
      { key: 'html', label: 'HTML', type: 'text', required: true },
      {
        ...userField,
        required: true,
        helpText: 'The user who is shown as the author of the template.',
      },
      {
        key: 'previewText',
        label: 'Preview Text',
        type: 'string',
        helpText: 'What an inbox shows beside the subject.',
      },
    ],
    perform: (z, bundle) => createEmailTemplate(z, bundle, bundle.inputData),
    ...emailTemplate.outputOf({ createdAt: null, updatedAt: null }),
  },
});
