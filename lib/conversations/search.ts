import type { Bundle, ZObject } from 'zapier-platform-core';

import { exactlyOne, noneOf } from '../inputs/alternatives.ts';
import { readPeriod } from '../inputs/dates.ts';
import { EMAIL_AND_PHONE, findContacts } from '../contacts/contacts.ts';
import { createdAfterField, createdBeforeField } from './filter_fields.ts';
import {
  searchConversations,
  type ConversationFilters,
  type ConversationPage,
} from './conversations.ts';
import { conversationById } from './details.ts';

/** By what one conversation and many are narrowed down. Dates are ISO 8601. */
export interface ConversationInput {
  query?: string;
  assignedTo?: string;
  status?: string;
  channel?: string[];
  direction?: string;
  lastAction?: string;
  followedBy?: string;
  mentions?: string;
  /** Created at or after. */
  startDate?: string;
  /** Created at or before. */
  endDate?: string;
  /** Without a message since then. */
  lastMessageBefore?: string;
}

/** What a person looks for: a contact or a conversation at most, narrowed down by the rest. */
export interface ConversationCriteria extends ConversationInput {
  contactId?: string;
  email?: string;
  phone?: string;
  conversationId?: string;
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
  const { contactId, email, phone, conversationId, lastMessageBefore } = criteria;
  checkAlternatives(criteria);
  const filters = {
    ...conversationFilters(bundle, criteria),
    id: conversationId,
    startAfterDate: token ?? pageBefore(lastMessageBefore),
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

/** The filters that HighLevel is asked for. @throws errors.Error for a period that has no time in it */
export function conversationFilters(bundle: Bundle, input: ConversationInput): ConversationFilters {
  const { query, assignedTo, status, channel, direction, lastAction, followedBy, mentions } = input;
  return {
    ...{ query, assignedTo, status, channel, direction, lastAction, followedBy, mentions },
    ...readPeriod(
      { label: createdAfterField.label, time: input.startDate },
      { label: createdBeforeField.label, time: input.endDate },
      bundle.meta.timezone,
    ),
  };
}

/** The token of the page whose last messages came at a time or before; undefined for the first page. */
export function pageBefore(time: string | undefined): string | undefined {
  return time === undefined ? undefined : String(Date.parse(time) + 1);
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
