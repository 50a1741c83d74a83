import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { phoneNumberField } from '../../lib/phone_numbers/fields.ts';
import { sendMessage } from '../../lib/messages/send.ts';
import { scheduleField, sendingFields, toNumberField } from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The text. May stay empty when you add an attachment.',
  },
  phoneNumberField,
  toNumberField,
  ...sendingFields,
  scheduleField,
]);

export const perform = (async (z, bundle) =>
  sendMessage(z, bundle, { ...bundle.inputData, channel: 'sms' })) satisfies CreatePerform<
  typeof inputFields
>;

export default defineCreate({
  key: 'send_sms',
  noun: 'SMS',
  display: { label: 'Send SMS', description: 'Sends a text message to a contact.' },
  operation: { inputFields, perform, ...sentMessage.output },
});
