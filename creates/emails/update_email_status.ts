import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { updateEmailStatus } from '../../lib/emails/status.ts';
import { emailMessageField } from '../../lib/messages/fields.ts';
import { emailStatusFields } from '../../lib/messages/status_fields.ts';
import { emailStatus } from '../../resources/email_status.ts';

const inputFields = defineInputFields([
  {
    ...emailMessageField,
    required: true,
    helpText:
      'Choose an email, or map "Email ID" from an earlier step. Works only for emails sent through your own conversation provider.',
  },
  ...emailStatusFields,
]);

export const perform = (async (z, bundle) =>
  updateEmailStatus(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_email_status',
  noun: 'Email',
  display: {
    label: 'Update Email Status',
    description:
      'Sets the delivery status of an email, with its recipients, opens and clicks, that was sent through your own conversation provider (your app that carries messages). For other messages, use Update Message Status.',
  },
  operation: { inputFields, perform, ...emailStatus.output },
});
