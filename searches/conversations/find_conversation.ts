import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { groupsOf, inGroup } from '../../lib/operations/groups.ts';
import {
  CONVERSATION_GROUPS,
  conversationStatusField,
  lastMessageBeforeField,
  moreFilterFields,
} from '../../lib/conversations/filter_fields.ts';
import { withNames } from '../../lib/conversations/details.ts';
import { findConversations } from '../../lib/conversations/search.ts';
import { assigneeField, conversationField } from '../../lib/conversations/fields.ts';
import { channelField } from '../../lib/conversations/channel_fields.ts';
import { contactFieldFor, queryField } from '../../lib/contacts/fields.ts';
import { emailField, phoneField } from '../../lib/inputs/reach_fields.ts';
import { conversationDetails } from '../../resources/conversation.ts';

const inputFields = defineInputFields([
  contactFieldFor('The contact whose conversation to find.'),
  { ...emailField, helpText: 'The email of the contact whose conversation to find.' },
  { ...phoneField, helpText: 'The phone number of the contact whose conversation to find.' },
  { ...conversationField, helpText: 'The conversation to find, by its ID.' },
  queryField,
  assigneeField,
  conversationStatusField,
  ...inGroup(CONVERSATION_GROUPS.lastMessage, [
    { ...channelField, helpText: 'The channel of the latest message. Leave blank for any.' },
    lastMessageBeforeField,
  ]),
  ...moreFilterFields,
]);

export const perform = (async (z, bundle) => {
  const page = await findConversations(z, bundle, bundle.inputData, bundle.meta.paging_token);
  return { results: await withNames(z, bundle, page.conversations), paging_token: page.next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_conversation',
  noun: 'Conversation',
  display: {
    label: 'Find Conversation',
    description:
      'Finds a conversation by its contact, email, phone number, text, channel or status, with the names of the contact and of the assigned user. If several match, the one with the latest message is used. For a list, use Find Many Conversations.',
  },
  operation: {
    inputFieldGroups: groupsOf(CONVERSATION_GROUPS, inputFields),
    inputFields,
    perform,
    canPaginate: true,
    ...conversationDetails.output,
  },
});
