import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne, noneOf } from '../../lib/alternatives.ts';
import { findContacts } from '../../lib/contacts.ts';
import { searchConversations } from '../../lib/conversations.ts';
import { readDate } from '../../lib/dates.ts';
import {
  assigneeField,
  channelField,
  contactField,
  conversationField,
  emailField,
  phoneField,
  queryField,
} from '../../lib/fields.ts';
import { conversation } from '../../resources/conversation.ts';

const inputFields = defineInputFields([
  { ...contactField, helpText: 'Finds the conversation of this contact.' },
  { ...emailField, helpText: 'Finds the conversation of the contact with this e-mail address.' },
  { ...phoneField, helpText: 'Finds the conversation of the contact with this phone number.' },
  { ...conversationField, helpText: 'Finds this very conversation.' },
  queryField,
  assigneeField,
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: { unread: 'Unread', read: 'Read', starred: 'Starred', recents: 'Recent' },
    helpText: 'Leave it empty for all.',
  },
  { ...channelField, helpText: 'The channel of the last message. Leave it empty for all.' },
  {
    key: 'startDate',
    label: 'Created After',
    type: 'datetime',
    helpText: 'Only conversations created at or after this time.',
  },
  {
    key: 'endDate',
    label: 'Created Before',
    type: 'datetime',
    helpText: 'Only conversations created at or before this time.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, email, phone, conversationId, ...filters } = bundle.inputData;
  exactlyOne(
    {
      Contact: contactId,
      'Email Address': email,
      'Phone Number': phone,
      Conversation: conversationId,
    },
    0,
  );
  if (Object.keys(bundle.inputData).length === 0) {
    throw noneOf(['Contact', 'Email Address', 'Phone Number', 'Conversation', 'Search Text']);
  }
  const { startDate, endDate, ...rest } = filters;
  const { timezone, paging_token } = bundle.meta;
  const ids = (email ?? phone) ? await contactIds(z, bundle, { email, phone }) : [contactId];
  const pages = await Promise.all(
    ids.map((id) =>
      searchConversations(z, bundle, {
        ...rest,
        id: conversationId,
        contactId: id,
        startDate: startDate ? readDate(startDate, 'Created After', timezone) : undefined,
        endDate: endDate ? readDate(endDate, 'Created Before', timezone) : undefined,
        startAfterDate: paging_token,
      }),
    ),
  );
  return {
    results: pages.flatMap((page) => page.conversations),
    paging_token: pages.length === 1 ? pages[0]?.next : null,
  };
}) satisfies SearchPerform<typeof inputFields>;

async function contactIds(
  ...[z, bundle, criteria]: Parameters<typeof findContacts>
): Promise<string[]> {
  const { contacts } = await findContacts(z, bundle, criteria);
  return contacts.slice(0, MOST_CONTACTS).map((entry) => entry.id);
}

/** A number typed without its country code may fit several contacts; each costs one request. */
const MOST_CONTACTS = 10;

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
