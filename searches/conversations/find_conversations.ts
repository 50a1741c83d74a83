import { defineSearch } from 'zapier-platform-core';

import { CONVERSATION_GROUPS } from '../../lib/conversations/filter_fields.ts';
import { listConversations } from '../../lib/conversations/list.ts';
import { conversationListFields } from '../../lib/conversations/list_fields.ts';
import { groupsOf } from '../../lib/operations/groups.ts';
import { conversationList } from '../../resources/lists.ts';

export default defineSearch({
  key: 'find_conversations',
  noun: 'Conversation List',
  display: {
    label: 'Find Many Conversations',
    description:
      'Finds up to 500 conversations by status, user, channel or last message, such as those still waiting for an answer, as one text and as line items, the latest message first. If there are none, this step finds nothing. For the conversation of one contact, use Find Conversation.',
  },
  operation: {
    inputFieldGroups: groupsOf(CONVERSATION_GROUPS, conversationListFields),
    inputFields: conversationListFields,
    perform: async (z, bundle) => {
      const found = await listConversations(z, bundle, bundle.inputData);
      return found ? [found] : [];
    },
    ...conversationList.output,
  },
});
