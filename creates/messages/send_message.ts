import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { SENDABLE_CHANNELS, sendMessage } from '../../lib/messages/send.ts';
import {
  appliesToChannel,
  channelFields,
  scheduleField,
  sendingFields,
} from '../../lib/messages/send_fields.ts';
import { sentMessage } from '../../resources/message.ts';

const staticFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'channel',
    label: 'Channel',
    type: 'string',
    required: true,
    choices: SENDABLE_CHANNELS,
    altersDynamicFields: true,
    helpText:
      'How the message goes out. Instagram, Facebook, TikTok and Live Chat need a thread that the contact began; WhatsApp takes free text only for 24 hours after the contact wrote.',
  },
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The text. May stay empty when you add an attachment.',
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(channelFields, appliesToChannel),
  ...sendingFields,
  scheduleField,
]);

export const perform = (async (z, bundle) =>
  sendMessage(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'send_message',
  noun: 'Message',
  display: {
    label: 'Send Message',
    description: 'Sends a message to a contact on the channel you choose.',
  },
  operation: { inputFields, perform, ...sentMessage.output },
});
