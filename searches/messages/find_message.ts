import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { dateField } from '../../lib/inputs/common_fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { readPeriod } from '../../lib/inputs/dates.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { channelField, containsField, directionField } from '../../lib/messages/filter_fields.ts';
import { conversationField } from '../../lib/conversations/fields.ts';
import { messageField } from '../../lib/messages/fields.ts';
import { withPointers } from '../../lib/messages/messages.ts';
import { latestMessage, messageByAnyId } from '../../lib/messages/find.ts';
import { messageItem } from '../../resources/message.ts';

const SENT_AFTER = 'Sent After';
const SENT_BEFORE = 'Sent Before';

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
  contactFieldFor('Finds the latest message with this contact.'),
  { ...conversationField, helpText: 'Finds the latest message of this conversation.' },
  directionField,
  channelField,
  containsField,
  dateField('sentAfter', SENT_AFTER, 'Only a message sent at this time or later.'),
  dateField('sentBefore', SENT_BEFORE, 'Only a message sent at this time or earlier.'),
]);

export const perform = (async (z, bundle) => {
  const { messageId, contactId, conversationId, sentAfter, sentBefore } = bundle.inputData;
  exactlyOne({ Message: messageId, Contact: contactId, Conversation: conversationId });
  readPeriod(
    { label: SENT_AFTER, time: sentAfter },
    { label: SENT_BEFORE, time: sentBefore },
    bundle.meta.timezone,
  );
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
      'Finds one message by its ID, or the latest message with a contact or in a conversation. For several messages, use Find Many Messages. For an email with its thread, use Find Email.',
  },
  operation: { inputFields, perform, ...messageItem.output },
});
