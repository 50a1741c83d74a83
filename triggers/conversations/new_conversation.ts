import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { newConversations, searchConversations } from '../../lib/conversations/conversations.ts';
import { asNew } from '../../lib/conversations/events.ts';
import { readNews } from '../../lib/operations/polling.ts';
import { assigneeField } from '../../lib/conversations/fields.ts';
import { channelField, directionField } from '../../lib/conversations/channel_fields.ts';
import { newConversation } from '../../resources/conversation_events.ts';

const inputFields = defineInputFields([
  {
    ...channelField,
    helpText:
      'The channel of the last message at the moment when Zapier looks. Leave it empty for all channels.',
  },
  {
    ...directionField,
    helpText:
      'Who wrote the last message at the moment when Zapier looks. Leave it empty for both.',
  },
  assigneeField,
  {
    key: 'unreadOnly',
    label: 'Unread Only',
    type: 'boolean',
    helpText: 'Set to yes for conversations that hold an unread message when Zapier looks.',
  },
]);

export const perform = (async (z, bundle) => {
  const { channel, direction, assignedTo, unreadOnly } = bundle.inputData;
  const filters = { channel, direction, assignedTo, ...(unreadOnly && { status: 'unread' }) };
  // A sample may be of any age; a Zap starts for new conversations only.
  const found = bundle.meta.isLoadingSample
    ? (await searchConversations(z, bundle, filters)).conversations
    : await readNews(z, bundle, newConversations(z, bundle, filters), (entries) => entries);
  return found
    .toSorted((one, other) => (other.dateAdded ?? '').localeCompare(one.dateAdded ?? ''))
    .map((entry) => asNew(z, entry));
}) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'new_conversation',
  noun: 'Conversation',
  display: {
    label: 'New Conversation',
    description:
      'Triggers when a conversation is created. At most 2,000 new conversations are read at each check.',
  },
  operation: { type: 'polling', inputFields, perform, ...newConversation.output },
});
