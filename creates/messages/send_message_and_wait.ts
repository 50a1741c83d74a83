import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { appliesToChannel, channelFields, sendingFields } from '../../lib/messages/send_fields.ts';
import { ANSWERABLE_CHANNELS, readReply, sendAndWait } from '../../lib/messages/wait.ts';
import { waitFields } from '../../lib/messages/wait_fields.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { awaitedReply } from '../../resources/awaited_reply.ts';

const staticFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'channel',
    label: 'Channel',
    type: 'string',
    required: true,
    choices: ANSWERABLE_CHANNELS,
    altersDynamicFields: true,
    helpText:
      'How the message goes out. Instagram, Facebook, TikTok and Live Chat need a conversation that the contact started.',
  },
  {
    key: 'message',
    label: 'Message',
    type: 'text',
    helpText: 'The text. Optional when you add an attachment.',
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  ...waitFields,
  fieldsByChoice(channelFields, appliesToChannel),
  ...sendingFields,
]);

export const perform = (async (z, bundle) =>
  sendAndWait(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'send_message_and_wait',
  noun: 'Reply',
  display: {
    label: 'Send Message and Wait for Reply',
    description:
      "Sends a message to a contact and pauses the Zap until the contact's next message or until the time you set is over. A test sends the message and returns an example of a reply.",
  },
  operation: { inputFields, perform, performResume: readReply, ...awaitedReply.output },
});
