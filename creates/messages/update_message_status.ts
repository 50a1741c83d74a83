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
      'Map "Message ID" from an earlier step. HighLevel lets only the app that owns the conversation provider of a message set its status: this works for messages that came through your own provider.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    required: true,
    choices: { delivered: 'Delivered', read: 'Read', pending: 'Pending', failed: 'Failed' },
    altersDynamicFields: true,
    helpText:
      'In the first seconds after sending HighLevel may refuse; this step then tries again for about 15 seconds.',
  },
  {
    ...emailMessageField,
    helpText: 'For an e-mail, map "Email ID" from the step that sent it.',
  },
  {
    key: 'recipients',
    label: 'Recipients',
    type: 'string',
    list: true,
    meta: { kind: 'email' },
    helpText: 'For an e-mail, the addresses that the status is for. Leave it empty for all.',
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
    description: 'Sets the delivery status of a message that your own provider carried.',
  },
  operation: { inputFields, perform, ...messageStatus.output },
});
