import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { nothingToChange } from '../../lib/inputs/alternatives.ts';
import { call } from '../../lib/http/client.ts';
import { conversationField, markAsField, starField } from '../../lib/conversations/fields.ts';
import { conversationUpdate } from '../../lib/conversations/update.ts';
import { conversation } from '../../resources/conversation.ts';

const inputFields = defineInputFields([
  {
    ...conversationField,
    required: true,
    helpText: `${conversationField.helpText} If the contact may not have a conversation yet, add **Create Conversation** before this step.`,
  },
  markAsField,
  starField,
]);

export const perform = (async (z, bundle) => {
  const { conversationId, markAs, starred } = bundle.inputData;
  if (markAs === undefined && starred === undefined) throw nothingToChange(['Mark As', 'Starred']);
  return call(z, conversation, conversationUpdate(bundle, conversationId, { markAs, starred }));
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_conversation',
  noun: 'Conversation',
  display: {
    label: 'Update Conversation',
    description:
      'Marks a conversation as read or unread, or stars or unstars it. A conversation cannot be archived by a Zap; mark it as read instead. For several in one step, use Update Many Conversations.',
  },
  operation: { inputFields, perform, ...conversation.output },
});
