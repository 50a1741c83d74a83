import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { nothingToChange } from '../../lib/inputs/alternatives.ts';
import { conversationField, markAsField, starField } from '../../lib/conversations/fields.ts';
import { updateConversations } from '../../lib/conversations/update.ts';
import { conversationUpdates } from '../../resources/conversation_updates.ts';

const inputFields = defineInputFields([
  {
    key: 'conversationIds',
    label: 'Conversations',
    type: 'string',
    list: true,
    required: true,
    choices: conversationField.choices,
    resource: conversationField.resource,
    helpText:
      'Up to 100. Choose conversations, or map a list of "Conversation ID" from an earlier step. One per line, or separated by commas.',
  },
  markAsField,
  starField,
]);

export const perform = (async (z, bundle) => {
  const { conversationIds, ...change } = bundle.inputData;
  if (change.markAs === undefined && change.starred === undefined) {
    throw nothingToChange(['Mark As', 'Starred']);
  }
  return updateConversations(z, bundle, conversationIds, change);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_conversations',
  noun: 'Conversation',
  display: {
    label: 'Update Many Conversations',
    description:
      'Marks up to 100 conversations as read or unread, or stars or unstars them. For one, use Update Conversation.',
  },
  operation: { inputFields, perform, ...conversationUpdates.output },
});
