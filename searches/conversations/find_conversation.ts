import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import {
  conversationStatusField,
  createdAfterField,
  createdBeforeField,
} from '../../lib/conversations/filter_fields.ts';
import { findConversations } from '../../lib/conversations/search.ts';
import { assigneeField, conversationField } from '../../lib/conversations/fields.ts';
import { channelField } from '../../lib/conversations/channel_fields.ts';
import { contactField, emailField, phoneField, queryField } from '../../lib/contacts/fields.ts';
import { conversation } from '../../resources/conversation.ts';

const inputFields = defineInputFields([
  { ...contactField, helpText: 'Finds the conversation of this contact.' },
  { ...emailField, helpText: 'Finds the conversation of the contact with this e-mail address.' },
  { ...phoneField, helpText: 'Finds the conversation of the contact with this phone number.' },
  { ...conversationField, helpText: 'Finds this very conversation.' },
  queryField,
  assigneeField,
  conversationStatusField,
  { ...channelField, helpText: 'The channel of the last message. Leave it empty for all.' },
  createdAfterField,
  createdBeforeField,
]);

export const perform = (async (z, bundle) => {
  const page = await findConversations(z, bundle, bundle.inputData, bundle.meta.paging_token);
  return { results: page.conversations, paging_token: page.next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_conversation',
  noun: 'Conversation',
  display: {
    label: 'Find Conversation',
    description:
      'Finds a conversation by contact, e-mail address, phone number or text, or by its state.',
  },
  operation: { inputFields, perform, canPaginate: true, ...conversation.output },
});
