import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { openConversation } from '../../lib/conversations/open.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { createdConversation } from '../../resources/conversation.ts';

const inputFields = defineInputFields([
  {
    ...contactFieldFor(
      'The contact to talk to.',
      'HighLevel keeps one conversation for each contact: if there is already one, this step returns it and "Already Existed" is yes.',
    ),
    required: true,
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
    description:
      'Creates an empty conversation with a contact, or returns the existing one. Not needed before you send a message: the steps that send create the conversation.',
  },
  operation: {
    inputFields,
    perform,
    ...createdConversation.outputOf({
      isUnread: false,
      unreadCount: 0,
      lastMessageBody: null,
      lastMessageChannel: null,
      lastMessageDirection: null,
      lastMessageDate: null,
      lastManualMessageDate: null,
    }),
  },
});
