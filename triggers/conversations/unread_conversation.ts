import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { searchConversations } from '../../lib/conversations/conversations.ts';
import { assigneeField } from '../../lib/conversations/fields.ts';
import { channelField } from '../../lib/conversations/channel_fields.ts';
import { unreadConversation } from '../../resources/unread_conversation.ts';

const inputFields = defineInputFields([
  {
    ...channelField,
    helpText: 'The channel of the message that is unread. Leave it empty for all channels.',
  },
  assigneeField,
]);

export const perform = (async (z, bundle) => {
  const { conversations } = await searchConversations(z, bundle, {
    ...bundle.inputData,
    status: 'unread',
  });
  return conversations.map((entry) => unreadConversation.parse(entry));
}) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'unread_conversation',
  noun: 'Conversation',
  display: {
    label: 'Unread Conversation',
    description:
      'Triggers when a conversation becomes unread, and again when another message arrives in it.',
  },
  operation: { type: 'polling', inputFields, perform, ...unreadConversation.output },
});
