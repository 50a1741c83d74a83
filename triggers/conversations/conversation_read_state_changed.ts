import { defineInputFields } from 'zapier-platform-core';

import { asReadState, hasState, READ_STATES } from '../../lib/conversations/events.ts';
import { searchConversations } from '../../lib/conversations/conversations.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { conversation } from '../../resources/conversation.ts';
import { conversationReadState } from '../../resources/conversation_events.ts';

const inputFields = defineInputFields([
  {
    key: 'state',
    label: 'Is Now',
    type: 'string',
    choices: READ_STATES,
    helpText:
      'The state after the change. Leave blank for any. HighLevel does not say what it was before, so the Zap may run several times for the same state, such as once for each message in an unread conversation.',
  },
]);

export default defineHookTrigger({
  key: 'conversation_read_state_changed',
  noun: 'Conversation',
  display: {
    label: 'Conversation Read State Changed',
    description:
      'Triggers when a conversation is marked as read, unread or starred. Instant. To react to the message itself, with its text, use New Inbound Message.',
  },
  inputFields,
  events: ['ConversationUnreadUpdate'],
  resource: conversation,
  examples: async (z, bundle) => {
    const { state } = bundle.inputData;
    return (await searchConversations(z, bundle, { status: state })).conversations;
  },
  filter: hasState,
  withPointers: asReadState,
  meanwhile: 'Unread Conversation',
  output: conversationReadState.output,
});
