import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { asNew, conversationBegunBy } from '../../lib/conversations/events.ts';
import { searchConversations } from '../../lib/conversations/conversations.ts';
import { directionField, instantChannelField } from '../../lib/conversations/channel_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { matches } from '../../lib/messages/filter.ts';
import { newConversation } from '../../resources/conversation_events.ts';
import { message } from '../../resources/message.ts';

const inputFields = defineInputFields([
  {
    ...directionField,
    label: 'Started By',
    choices: { inbound: 'The contact', outbound: 'Your team or an automation' },
    helpText: 'Who wrote the first message. Leave blank for both.',
  },
  { ...instantChannelField, helpText: 'The channel of the first message. Leave blank for any.' },
]);

export const perform = (async (z, bundle, event) => {
  const entry = message.parse(event);
  if (!matches(entry, bundle.inputData)) return [];
  const begun = await conversationBegunBy(z, bundle, entry, event);
  return begun ? [begun] : [];
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const { conversations } = await searchConversations(z, bundle, bundle.inputData);
  return conversations.map((entry) => asNew(z, entry));
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'conversation_started',
  noun: 'Conversation',
  display: {
    label: 'Conversation Started',
    description:
      'Triggers when the first message of a new conversation is received or sent. Instant. For every message, use New Inbound Message.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ConversationStarted'], perform, 'New Conversation'),
    ...newConversation.output,
  },
});
