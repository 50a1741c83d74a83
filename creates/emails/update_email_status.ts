import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { updateEmailStatus } from '../../lib/email_status.ts';
import { emailMessageField } from '../../lib/message_fields.ts';
import { emailStatus } from '../../resources/email_status.ts';
import { EMAIL_STATUSES } from '../../resources/message_statuses.ts';

const inputFields = defineInputFields([
  {
    ...emailMessageField,
    required: true,
    helpText:
      'Choose an e-mail, or map "Email ID" from an earlier step. HighLevel lets only the app that owns the conversation provider of an e-mail set its status.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    required: true,
    choices: EMAIL_STATUSES,
    helpText: 'The status of the e-mail as a whole.',
  },
  {
    key: 'recipients',
    label: 'Recipients',
    children: [
      {
        key: 'emailId',
        label: 'Recipient',
        type: 'string',
        required: true,
        helpText: 'One of the addresses that the e-mail went to.',
      },
      {
        key: 'recipientStatus',
        label: 'Recipient Status',
        type: 'string',
        required: true,
        choices: EMAIL_STATUSES,
        helpText: 'What became of the e-mail at this address.',
      },
      {
        key: 'failReason',
        label: 'Reason',
        type: 'string',
        helpText: 'Why it failed, such as `Mailbox not found`.',
      },
    ],
  },
  {
    key: 'events',
    label: 'Event Counts',
    dict: true,
    helpText:
      'How often something happened, added to what HighLevel knows: `delivered`, `opened`, `clicked`, `replied`, `failed`, `accepted`, `rejected`, `unsubscribed`, `complained` or `stored` on the left, a number on the right.',
  },
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
