import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { searchConversations } from '../../lib/conversations/conversations.ts';
import { assigneeField } from '../../lib/conversations/fields.ts';
import { channelField, directionField } from '../../lib/conversations/channel_fields.ts';
import { conversation } from '../../resources/conversation.ts';

const WINDOW_MS = 72 * 60 * 60 * 1000;

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
  const { conversations } = await searchConversations(z, bundle, {
    channel,
    direction,
    assignedTo,
    ...(unreadOnly && { status: 'unread' }),
    // A sample may be of any age; a Zap starts for new conversations only.
    ...(!bundle.meta.isLoadingSample && { startDate: new Date(Date.now() - WINDOW_MS) }),
  });
  return conversations.toSorted((one, other) =>
    (other.dateAdded ?? '').localeCompare(one.dateAdded ?? ''),
  );
}) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'new_conversation',
  noun: 'Conversation',
  display: {
    label: 'New Conversation',
    description: 'Triggers when a conversation is created.',
  },
  operation: { type: 'polling', inputFields, perform, ...conversation.output },
});
