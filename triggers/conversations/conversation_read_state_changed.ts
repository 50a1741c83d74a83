import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { READ_STATES, readStatesAmong } from '../../lib/conversations/events.ts';
import { searchConversations } from '../../lib/conversations/conversations.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { conversation } from '../../resources/conversation.ts';
import { conversationReadState } from '../../resources/conversation_events.ts';

const inputFields = defineInputFields([
  {
    key: 'state',
    label: 'Is Now',
    type: 'string',
    choices: READ_STATES,
    helpText:
      'The state after the change; leave it empty for all. HighLevel does not say what it was before, so the Zap may run several times in a row for the same state, for example once for each message that makes a conversation unread.',
  },
]);

export const perform = ((z, bundle, event) => {
  const entry = conversation.parse(event);
  return readStatesAmong(z, [entry], bundle.inputData.state);
}) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) => {
  const { state } = bundle.inputData;
  const { conversations } = await searchConversations(z, bundle, { status: state });
  return readStatesAmong(z, conversations, state);
}) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'conversation_read_state_changed',
  noun: 'Conversation',
  display: {
    label: 'Conversation Read State Changed',
    description: 'Triggers when a conversation becomes read, unread or starred.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ConversationUnreadUpdate'], perform, 'Unread Conversation'),
    ...conversationReadState.output,
  },
});
