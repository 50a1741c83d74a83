import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { updateEmailStatus } from '../../lib/emails/status.ts';
import { emailMessageField } from '../../lib/messages/fields.ts';
import { emailStatusFields } from '../../lib/messages/index.ts';
import { emailStatus } from '../../resources/email_status.ts';

const inputFields = defineInputFields([
  {
    ...emailMessageField,
    required: true,
    helpText:
      'Choose an e-mail, or map "Email ID" from an earlier step. HighLevel lets only the app that owns the conversation provider of an e-mail set its status.',
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
    description: 'Sets the delivery status of an e-mail that your own provider carried.',
  },
  operation: { inputFields, perform, ...emailStatus.output },
});
