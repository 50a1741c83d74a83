import type { Bundle, ZObject } from 'zapier-platform-core';

import { exactlyOne, noneOf } from '../inputs/alternatives.ts';
import { readPeriod } from '../inputs/dates.ts';
import { EMAIL_AND_PHONE, findContacts } from '../contacts/index.ts';
import { createdAfterField, createdBeforeField } from './filter_fields.ts';
import { searchConversations, type ConversationPage } from './conversations.ts';
import { conversationById } from './details.ts';

/** What a person looks for: a contact or a conversation at most, narrowed down by the rest. */
export interface ConversationCriteria {
  contactId?: string;
  email?: string;
  phone?: string;
  conversationId?: string;
  query?: string;
  assignedTo?: string;
  status?: string;
  channel?: string[];
  /** Created at or after; ISO 8601. */
  startDate?: string;
  /** Created at or before. */
  endDate?: string;
}

/** A number typed without its country code may fit several contacts; each costs one request. */
const MOST_CONTACTS = 10;

/**
 * Conversations, the latest message first: one request, and one more to find the contact by email
 * or phone number, or to read a conversation that HighLevel's search does not list yet.
 *
 * @param token the `next` of the page before
 * @throws errors.Error that names the fields, when nothing or too much is filled in, or nothing can
 *   match
 */
export async function findConversations(
  z: ZObject,
  bundle: Bundle,
  criteria: ConversationCriteria,
  token?: string,
): Promise<ConversationPage> {
  const { contactId, email, phone, conversationId, startDate, endDate, ...rest } = criteria;
  checkAlternatives(criteria);
  const filters = {
    ...rest,
    id: conversationId,
    ...readPeriod(
      { label: createdAfterField.label, time: startDate },
      { label: createdBeforeField.label, time: endDate },
      bundle.meta.timezone,
    ),
    startAfterDate: token,
  };
  if (!email && !phone) {
    const page = await searchConversations(z, bundle, { ...filters, contactId });
    if (page.conversations.length > 0 || !conversationId || isNarrowed(criteria)) return page;
    const created = await conversationById(z, conversationId);
    return { ...page, conversations: created ? [created] : [] };
  }
  const { contacts } = await findContacts(z, bundle, { email, phone });
  const pages = await Promise.all(
    contacts
      .slice(0, MOST_CONTACTS)
      .map(({ id }) => searchConversations(z, bundle, { ...filters, contactId: id })),
  );
  // One contact has one conversation: there is no next page.
  const found = pages.flatMap((page) => page.conversations);
  return { conversations: found.toSorted(latestFirst), next: null, reaches: null };
}

/** Whether a conversation with the ID may be left out for another reason than that it is new. */
function isNarrowed(criteria: ConversationCriteria): boolean {
  return Object.entries(criteria).some(
    ([key, value]) => key !== 'conversationId' && value !== undefined,
  );
}

type Dated = ConversationPage['conversations'][number];

function latestFirst(one: Dated, other: Dated): number {
  return (other.lastMessageDate ?? '').localeCompare(one.lastMessageDate ?? '');
}

function checkAlternatives(criteria: ConversationCriteria): void {
  const { contactId, email, phone, conversationId } = criteria;
  exactlyOne(
    {
      Contact: contactId,
      'Email Address': email,
      'Phone Number': phone,
      Conversation: conversationId,
    },
    { atLeast: 0, together: EMAIL_AND_PHONE },
  );
  if (Object.values(criteria).every((value) => value === undefined)) {
    throw noneOf(['Contact', 'Email Address', 'Phone Number', 'Conversation', 'Search Text']);
  }
}
