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
    helpText: 'Channel of the latest message when Zapier checks. Leave blank for any.',
  },
  {
    ...directionField,
    helpText: 'Who wrote the latest message when Zapier checks. Leave blank for both.',
  },
  assigneeField,
  {
    key: 'unreadOnly',
    label: 'Unread Only',
    type: 'boolean',
    helpText: 'Yes for only conversations that are unread when Zapier checks.',
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
      'Triggers when a conversation is created. Zapier checks every few minutes, up to 2,000 conversations each time (up to 100 with exactly the same time). If you can choose Conversation Started, use it instead: it is instant.',
  },
  operation: { type: 'polling', inputFields, perform, ...newConversation.output },
});
