import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { dateField } from '../../lib/inputs/common_fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { channelField, containsField, directionField } from '../../lib/messages/filter_fields.ts';
import { conversationField } from '../../lib/conversations/fields.ts';
import { messageField } from '../../lib/messages/fields.ts';
import { withPointers } from '../../lib/messages/messages.ts';
import { latestMessage, messageByAnyId } from '../../lib/messages/find.ts';
import { messageItem } from '../../resources/message.ts';

const inputFields = defineInputFields([
  {
    key: messageField.key,
    label: messageField.label,
    type: messageField.type,
    choices: messageField.choices,
    resource: messageField.resource,
    helpText:
      'The message to find, by its ID. To find the latest message instead, fill in one of the next two fields.',
  },
  { ...contactField, helpText: 'Finds the latest message with this contact.' },
  { ...conversationField, helpText: 'Finds the latest message of this conversation.' },
  directionField,
  channelField,
  containsField,
  dateField('sentAfter', 'Sent After', 'Only a message sent at this time or later.'),
]);

export const perform = (async (z, bundle) => {
  const { messageId, contactId, conversationId } = bundle.inputData;
  exactlyOne({ Message: messageId, Contact: contactId, Conversation: conversationId });
  const found = messageId
    ? (await messageByAnyId(z, messageId))?.entry
    : await latestMessage(z, bundle, bundle.inputData);
  return found ? [withPointers(z, found)] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_message',
  noun: 'Message',
  display: {
    label: 'Find Message',
    description:
      'Finds one message by its ID, or the latest message of a contact or conversation. For several messages, use Find Many.',
  },
  operation: { inputFields, perform, ...messageItem.output },
});
