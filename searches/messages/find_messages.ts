import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { channelField, directionField } from '../../lib/messages/filter_fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { readPeriod } from '../../lib/inputs/dates.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { conversationField } from '../../lib/conversations/fields.ts';
import { listMessages } from '../../lib/messages/list.ts';
import {
  messageListFields,
  sentAfterField,
  sentBeforeField,
} from '../../lib/messages/list_fields.ts';
import { MESSAGE_STATUSES } from '../../resources/message_statuses.ts';
import { messageList } from '../../resources/message_list.ts';

const inputFields = defineInputFields([
  { ...conversationField, helpText: 'The conversation whose messages to find.' },
  contactFieldFor('Or the contact whose messages to find.'),
  channelField,
  directionField,
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    list: true,
    choices: MESSAGE_STATUSES,
    helpText: 'Only messages with one of these statuses. Leave blank for any.',
  },
  ...messageListFields,
]);

export const perform = (async (z, bundle) => {
  const { startDate, endDate, ...filters } = bundle.inputData;
  exactlyOne({ Conversation: filters.conversationId, Contact: filters.contactId });
  const found = await listMessages(z, bundle, {
    ...filters,
    ...readPeriod(
      { label: sentAfterField.label, time: startDate },
      { label: sentBeforeField.label, time: endDate },
      bundle.meta.timezone,
    ),
  });
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_messages',
  noun: 'Message List',
  display: {
    label: 'Find Many Messages',
    description:
      'Finds up to 500 of the latest messages of a conversation or contact, as one transcript (a text for AI or an email) and as line items, the oldest first. If there are none, this step finds nothing. For the latest message alone, use Find Message.',
  },
  operation: { inputFields, perform, ...messageList.output },
});
