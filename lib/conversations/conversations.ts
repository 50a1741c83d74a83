import type { Bundle, ZObject } from 'zapier-platform-core';

import { MESSAGE_TYPES } from '../../resources/channels.ts';
import { conversation } from '../../resources/conversation.ts';
import type { RecordOf } from '../../resources/define.ts';
import { callList } from '../http/client.ts';
import type { NewsList } from '../operations/polling.ts';
import { locationOf } from '../connection/location.ts';

export type Conversation = RecordOf<typeof conversation>;

/** What conversations may be searched by. All but the page look at the last message only. */
export interface ConversationFilters {
  id?: string;
  contactId?: string;
  query?: string;
  /** A user's id, several separated by commas, or `unassigned`. */
  assignedTo?: string;
  /** Channels of resources/channels.ts, of the last message. */
  channel?: readonly string[];
  /** `inbound` or `outbound`, of the last message. */
  direction?: string;
  /** `manual` or `automated`, of the last outbound message. */
  lastAction?: string;
  /** A user's ID. */
  followedBy?: string;
  /** A user's ID. */
  mentions?: string;
  status?: string;
  /** Created at or after. */
  startDate?: Date;
  /** Created at or before. */
  endDate?: Date;
  limit?: number;
  /** Epoch milliseconds of the last message of the page before. */
  startAfterDate?: string;
}

/** A page of conversations, the latest message first, and the token of the next one. */
export interface ConversationPage {
  conversations: Conversation[];
  next: string | null;
  /** ISO 8601: the date of its last message, of one that does not fit too. */
  reaches: string | null;
}

/** HighLevel gives at most this many conversations at once. */
export const CONVERSATIONS_PAGE = 100;

/** One request to GET /conversations/search. */
export async function searchConversations(
  z: ZObject,
  bundle: Bundle,
  filters: ConversationFilters,
): Promise<ConversationPage> {
  const limit = filters.limit ?? CONVERSATIONS_PAGE;
  const found = await callList(z, conversation, 'conversations', {
    url: '/conversations/search',
    params: {
      locationId: locationOf(bundle),
      id: filters.id,
      contactId: filters.contactId,
      query: filters.query,
      assignedTo: filters.assignedTo,
      lastMessageType: onlyTypeOf(filters.channel),
      lastMessageDirection: filters.direction,
      lastMessageAction: filters.lastAction,
      followers: filters.followedBy,
      mentions: filters.mentions,
      status: filters.status,
      startDate: filters.startDate?.getTime(),
      endDate: filters.endDate?.getTime(),
      startAfterDate: filters.startAfterDate,
      sortBy: 'last_message_date',
      sort: 'desc',
      limit,
    },
  });
  const last = found.at(-1)?.lastMessageDate;
  return {
    conversations: found.filter(
      ({ lastMessageChannel }) =>
        !filters.channel ||
        (lastMessageChannel !== null && filters.channel.includes(lastMessageChannel)),
    ),
    next: found.length === limit && last ? String(Date.parse(last)) : null,
    reaches: last ?? null,
  };
}

/** So many pages are read when all of them are news: 2,000 conversations. */
const MOST_PAGES = 20;

/** A list of conversations as a polling trigger reads it, the latest message first. */
export function newsAmongConversations(
  z: ZObject,
  bundle: Bundle,
  filters: ConversationFilters,
): NewsList<Conversation> {
  return {
    name: ['conversations', filters],
    read: async (token) => {
      const { conversations, next, reaches } = await searchConversations(z, bundle, {
        ...filters,
        startAfterDate: token,
      });
      // Conversations of one and the same millisecond may stand on both sides of a page's end.
      const overlapping = next === null ? null : String(Number(next) + 1);
      return { entries: conversations, next: overlapping === token ? next : overlapping, reaches };
    },
    idOf: ({ id, lastMessageDate }) => `${id}:${lastMessageDate ?? ''}`,
    dateOf: ({ lastMessageDate }) => lastMessageDate,
    mostPages: MOST_PAGES,
  };
}

/** On the first poll a conversation of this age still counts as new, in milliseconds. */
const NEW_MS = 72 * 60 * 60 * 1000;

/** HighLevel's search knows a conversation some time after it was created, in milliseconds. */
const SEARCH_LAG_MS = 3 * 60 * 60 * 1000;

/** The same for conversations that were created lately. */
export function newConversations(
  z: ZObject,
  bundle: Bundle,
  filters: ConversationFilters,
): NewsList<Conversation> {
  const list = newsAmongConversations(z, bundle, filters);
  return {
    ...list,
    name: ['new conversations', filters],
    read: (token, lastPoll = 0) => {
      const startDate = new Date(Math.max(lastPoll - SEARCH_LAG_MS, Date.now() - NEW_MS));
      return newsAmongConversations(z, bundle, { ...filters, startDate }).read(token, lastPoll);
    },
    idOf: ({ id }) => id,
    // The search sorts by the latest message, which says nothing of what is new.
    toTheEnd: true,
  };
}

/** HighLevel takes one message type: several are matched on the answer. */
function onlyTypeOf(channels: readonly string[] = []): string | undefined {
  const types = Object.entries(MESSAGE_TYPES).flatMap(([name, all]) =>
    channels.includes(name) ? all : [],
  );
  return types.length === 1 ? types[0] : undefined;
}
