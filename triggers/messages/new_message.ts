import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { channelField, containsField, directionField } from '../../lib/messages/filter_fields.ts';
import { conversationField } from '../../lib/conversations/fields.ts';
import { newMessages, withPointers } from '../../lib/messages/messages.ts';
import { messageItem } from '../../resources/message.ts';

const inputFields = defineInputFields([
  directionField,
  channelField,
  { ...contactField, helpText: 'Only messages with this contact. Leave it empty for all.' },
  {
    ...conversationField,
    helpText: 'Only messages of this conversation. Leave it empty for all.',
  },
  containsField,
  {
    key: 'includeActivity',
    label: 'Include Activity',
    type: 'boolean',
    helpText:
      'Set to yes to trigger for the notes that HighLevel itself writes into a conversation too, such as a changed opportunity or a booked appointment.',
  },
]);

export const perform = (async (z, bundle) => {
  const messages = await newMessages(z, bundle, bundle.inputData);
  return messages.map((entry) => withPointers(z, entry));
}) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'new_message',
  noun: 'Message',
  display: {
    label: 'New Message',
    description:
      'Triggers when a message is received or sent, on any channel. At most 5,000 new messages are read at each check.',
  },
  operation: { type: 'polling', inputFields, perform, ...messageItem.output },
});
