import type { Bundle, ZObject } from 'zapier-platform-core';

import { conversationReadState, newConversation } from '../../resources/conversation_events.ts';
import type { RecordOf } from '../../resources/define.ts';
import { type message, messageIdIn } from '../../resources/message.ts';
import { toIsoDate, type RawRecord } from '../../resources/values.ts';
import { conversationById } from './details.ts';
import * as hydrators from './hydrators.ts';
import { searchConversations, type Conversation } from './conversations.ts';

import { contactPointer } from '../contacts/dehydrate.ts';

/** A conversation whose first message this is was made at about the same time. */
const START_WINDOW_MS = 10 * 60 * 1000;

/**
 * The conversation that a message began, or undefined for one that is older: the relay tells of the
 * first message that it sees of a conversation, which says nothing of those before its own time.
 */
export async function conversationBegunBy(
  z: ZObject,
  bundle: Bundle,
  entry: RecordOf<typeof message>,
  event: RawRecord,
): Promise<RecordOf<typeof newConversation> | undefined> {
  const found = entry.conversationId && (await conversationById(z, entry.conversationId));
  const happenedAt = toIsoDate(event['timestamp']) ?? entry.dateAdded;
  if (!found || !happenedAt) return undefined;
  const dateAdded = found.dateAdded ?? (await dateInSearch(z, bundle, found.id));
  if (!dateAdded) return undefined;
  const apart = Math.abs(Date.parse(happenedAt) - Date.parse(dateAdded));
  if (apart > START_WINDOW_MS) return undefined;
  return newConversation.parse({
    ...found,
    dateAdded,
    lastMessageBody: entry.body,
    lastMessageChannel: entry.channel,
    lastMessageDirection: entry.direction,
    lastMessageDate: entry.dateAdded,
    lastMessageId: messageIdIn(event),
    contact: contactPointer(z, found.contactId),
  });
}

/** HighLevel's specification of a single conversation has no date, its search always gives one. */
async function dateInSearch(z: ZObject, bundle: Bundle, id: string): Promise<string | null> {
  const { conversations } = await searchConversations(z, bundle, { id, limit: 1 });
  return conversations[0]?.dateAdded ?? null;
}

/** A conversation of the search, as triggers give one that began. */
export function asNew(z: ZObject, entry: Conversation): RecordOf<typeof newConversation> {
  return newConversation.parse({
    ...entry,
    lastMessageId: z.dehydrate(hydrators.lastMessageId, { conversationId: entry.id }),
    contact: contactPointer(z, entry.contactId),
  });
}

/** Words for what a conversation's read state is now. */
export const READ_STATES = { unread: 'Unread', read: 'Read', starred: 'Starred' } as const;

/** Whether a conversation's read state is the one that a person asked for. */
export function hasState(
  { isUnread, starred }: Pick<Conversation, 'isUnread' | 'starred'>,
  { state }: { state?: string },
): boolean {
  const isNow = new Map([
    ['unread', isUnread === true],
    ['read', isUnread === false],
    ['starred', starred === true],
  ]);
  return state === undefined || isNow.get(state) === true;
}

/** What a conversation's read state is now, with a pointer to its contact. */
export function asReadState(z: ZObject, entry: Conversation) {
  return conversationReadState.parse({ ...entry, contact: contactPointer(z, entry.contactId) });
}
