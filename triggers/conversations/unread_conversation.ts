import { defineInputFields, defineTrigger, type PollingTriggerPerform } from 'zapier-platform-core';

import { readNews } from '../../lib/operations/polling.ts';
import { newsAmongConversations } from '../../lib/conversations/conversations.ts';
import { assigneeField } from '../../lib/conversations/fields.ts';
import { channelField } from '../../lib/conversations/channel_fields.ts';
import { unreadConversation } from '../../resources/unread_conversation.ts';

const inputFields = defineInputFields([
  {
    ...channelField,
    helpText: 'The channel of the unread message. Leave blank for any.',
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
      'Triggers when a conversation becomes unread, and again for each new message in it, with the text of the latest message. Zapier checks every few minutes, up to 2,000 conversations each time (up to 100 with exactly the same time). To react right away, use New Inbound Message. To see when your team reads it, use Conversation Read State Changed.',
  },
  operation: { type: 'polling', inputFields, perform, ...unreadConversation.output },
});
