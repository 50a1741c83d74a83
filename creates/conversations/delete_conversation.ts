import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { conversationField } from '../../lib/conversations/fields.ts';
import { path } from '../../lib/http/path.ts';
import { deleteAt } from '../../lib/records/records.ts';
import { removedConversation } from '../../resources/deleted.ts';

const inputFields = defineInputFields([
  { ...conversationField, required: true },
  {
    key: 'warning',
    type: 'copy',
    helpText:
      '**This deletes the conversation with all its messages, for everyone in your sub-account, and cannot be undone.** The contact stays.',
  },
]);

export const perform = (async (z, bundle) => {
  const { conversationId } = bundle.inputData;
  await deleteAt(z, path`/conversations/${conversationId}`);
  return removedConversation.parse({ id: conversationId, deleted: true });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'delete_conversation',
  noun: 'Conversation',
  display: {
    label: 'Delete Conversation',
    description: 'Deletes a conversation with all its messages. This cannot be undone.',
  },
  operation: { inputFields, perform, ...removedConversation.output },
});
