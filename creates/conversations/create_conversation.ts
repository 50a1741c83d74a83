import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { openConversation } from '../../lib/conversations/conversations.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { createdConversation } from '../../resources/conversation.ts';

const inputFields = defineInputFields([
  {
    ...contactField,
    required: true,
    helpText:
      'Whom the conversation is with. HighLevel keeps one conversation for each contact: if there is one already, this step gives that one, and "Already Existed" is true.',
  },
]);

export const perform = (async (z, bundle) =>
  openConversation(z, bundle, bundle.inputData.contactId)) satisfies CreatePerform<
  typeof inputFields
>;

export default defineCreate({
  key: 'create_conversation',
  noun: 'Conversation',
  display: {
    label: 'Create Conversation',
    description: 'Creates a conversation with a contact, or gives the one that exists.',
  },
  operation: { inputFields, perform, ...createdConversation.output },
});
