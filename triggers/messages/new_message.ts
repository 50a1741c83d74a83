import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { channelField, containsField, directionField } from '../../lib/messages/filter_fields.ts';
import { conversationField } from '../../lib/conversations/fields.ts';
import { newMessages, withPointers } from '../../lib/messages/messages.ts';
import { messageItem } from '../../resources/message.ts';

const inputFields = defineInputFields([
  directionField,
  channelField,
  contactFieldFor('Only messages with this contact.', 'Leave blank for any.'),
  {
    ...conversationField,
    helpText: 'Only messages of this conversation. Leave blank for any.',
  },
  containsField,
  {
    key: 'includeActivity',
    label: 'Include Activity',
    type: 'boolean',
    helpText:
      'Yes also triggers for the entries that HighLevel itself adds to a conversation, such as a booked appointment.',
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
      'Triggers when a message is received or sent on any channel. Zapier checks every few minutes, up to 5,000 messages each time. To react right away, use New Inbound Message or New Outbound Message.',
  },
  operation: { type: 'polling', inputFields, perform, ...messageItem.output },
});
