import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { sendMessage } from '../../lib/messages/send.ts';
import { emailFields, scheduleField, sendingFields } from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const [subjectField, htmlField, ...addressFields] = emailFields;

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...subjectField, required: true, helpText: 'What the e-mail is about.' },
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The e-mail as plain text. May stay empty when you fill in "HTML Body".',
  },
  htmlField,
  ...addressFields,
  ...sendingFields,
  scheduleField,
]);

export const perform = (async (z, bundle) =>
  sendMessage(z, bundle, { ...bundle.inputData, channel: 'email' })) satisfies CreatePerform<
  typeof inputFields
>;

export default defineCreate({
  key: 'send_email',
  noun: 'Email',
  display: { label: 'Send Email', description: 'Sends an e-mail to a contact.' },
  operation: {
    inputFields,
    perform,
    ...sentMessage.outputOf({ channel: 'email', emailMessageId: 'eM4iLk9QwZ7xTn2RvBpC' }),
  },
});
