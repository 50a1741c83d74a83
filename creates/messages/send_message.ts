import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { SENDABLE_CHANNELS, sendMessage } from '../../lib/messages/send.ts';
import { groupsOf } from '../../lib/operations/groups.ts';
import {
  appliesToChannel,
  CHANNEL_HELP,
  channelFields,
  channelStartFields,
  SENDING_GROUPS,
  sendingFields,
  textOrTemplateFields,
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
    helpText: CHANNEL_HELP,
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(channelStartFields, appliesToChannel),
  ...textOrTemplateFields(),
  fieldsByChoice(channelFields, appliesToChannel),
  ...sendingFields,
]);

export const perform = (async (z, bundle) =>
  sendMessage(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'send_message',
  noun: 'Message',
  display: {
    label: 'Send Message',
    description:
      "Sends a message to a contact on the channel you choose, such as WhatsApp or Instagram, now or at a time you set. For a text or an email, Send SMS and Send Email are simpler. To answer a message, use Reply to Message. To wait for the answer, use Send Message and Wait for Reply. A sent message can't be unsent. If the contact has opted out of the channel, nothing is sent and the Zap stops here. The channel Internal Comment is for a comment that only your team sees; for a note on the contact's record, use Add Note.",
  },
  operation: {
    inputFields,
    inputFieldGroups: groupsOf(SENDING_GROUPS, inputFields),
    perform,
    ...sentMessage.output,
  },
});
