import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { emailMessageField, messageField } from '../../lib/messages/fields.ts';
import { updateMessageStatus } from '../../lib/messages/status.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { failureFields } from '../../lib/messages/status_fields.ts';
import { messageStatus } from '../../resources/message.ts';

const staticFields = defineInputFields([
  {
    ...messageField,
    required: true,
    helpText:
      'Map "Message ID" from the step that sent it, or from **Find Message**. Works only for messages sent through your own conversation provider.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    required: true,
    choices: { delivered: 'Delivered', read: 'Read', pending: 'Pending', failed: 'Failed' },
    altersDynamicFields: true,
    helpText:
      'HighLevel may refuse in the first seconds after sending. This step then tries again for about 15 seconds.',
  },
  {
    ...emailMessageField,
    helpText: 'For an email, map "Email ID" from the step that sent it.',
  },
  {
    key: 'recipients',
    label: 'Recipients',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText:
      'For an email, the email addresses that the status is for. Leave blank for all of them.',
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(failureFields, (_field, { status }) => status === 'failed'),
]);

export const perform = (async (z, bundle) =>
  updateMessageStatus(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_message_status',
  noun: 'Message',
  display: {
    label: 'Update Message Status',
    description:
      'Sets the delivery status of a message, such as a text, that was sent through your own conversation provider (your app that carries messages). For an email with opens and clicks, use Update Email Status.',
  },
  operation: { inputFields, perform, ...messageStatus.output },
});
