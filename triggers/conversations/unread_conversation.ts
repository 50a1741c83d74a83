import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { readNews } from '../../lib/operations/polling.ts';
import { newsAmongConversations } from '../../lib/conversations/conversations.ts';
import { assigneeField } from '../../lib/conversations/fields.ts';
import { channelField } from '../../lib/conversations/channel_fields.ts';
import { unreadConversation } from '../../resources/unread_conversation.ts';

const inputFields = defineInputFields([
  {
    ...channelField,
    helpText: 'The channel of the message that is unread. Leave blank for any channel.',
  },
  assigneeField,
]);

export const perform = ((z, bundle) => {
  const filters = { ...bundle.inputData, status: 'unread' };
  return readNews(z, bundle, newsAmongConversations(z, bundle, filters), (entries) => entries);
}) satisfies PollingTriggerPerform<typeof inputFields>;

export default defineTrigger({
  key: 'unread_conversation',
  noun: 'Conversation',
  display: {
    label: 'Unread Conversation',
    description:
      'Triggers when a conversation becomes unread, and again for each further message. Zapier checks every few minutes, up to 2,000 conversations each time, and up to 100 of the same moment.',
  },
  operation: { type: 'polling', inputFields, perform, ...unreadConversation.output },
});
