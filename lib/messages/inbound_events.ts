import type { Bundle, ZObject } from 'zapier-platform-core';

import { message, messageIdIn } from '../../resources/message.ts';
import type { RawRecord } from '../../resources/values.ts';
import { contactById } from '../contacts/contacts.ts';
import { hasTag } from '../contacts/events.ts';
import { readList, send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { GONE } from '../records/details.ts';
import { isAssignedTo } from './events.ts';
import { matches, type Message, type MessageFilters } from './filter.ts';
import { messageById } from './find.ts';
import { withPointers } from './messages.ts';

/** What a contact's messages may be asked for. */
export interface InboundFilters extends Pick<MessageFilters, 'contains' | 'contactId'> {
  /** `messages` (unless told) or `everything`; counts where no channel is named. */
  content?: string;
  channel?: readonly string[];
  hasAttachment?: boolean;
  /** A tag that the contact has now. */
  tag?: string;
  /** Whether it must be the conversation's first message. */
  isFirst?: boolean;
  /** A user's ID, or `unassigned`. */
  assignedTo?: string;
}

/** What comes as a message and is none that a person wrote. */
const NO_MESSAGES = ['call', 'voicemail', 'review', 'form'];

/**
 * A contact's message as the trigger gives it, or undefined where it is not what was asked for. What
 * the event itself tells is looked at first; one request for each filter that needs more.
 */
export async function inboundFromEvent(
  z: ZObject,
  bundle: Bundle,
  event: RawRecord,
  filters: InboundFilters,
) {
  const entry = message.parse(event);
  const messageId = messageIdIn(event);
  if (!matches(entry, { ...filters, direction: 'inbound' })) return undefined;
  if (filters.contactId !== undefined && entry.contactId !== filters.contactId) return undefined;
  if (!mayBeWanted(entry, { ...filters, hasAttachment: undefined })) return undefined;
  const { hasAttachment, tag, isFirst, assignedTo } = filters;
  if (hasAttachment !== undefined) {
    if ((await hasFile(z, entry, messageId)) !== hasAttachment) return undefined;
  }
  if (tag !== undefined && !(await isTagged(z, entry.contactId, tag))) return undefined;
  if (isFirst && !(await isFirstMessage(z, entry, messageId))) return undefined;
  if (assignedTo && !(await isAssignedTo(z, entry.conversationId, assignedTo))) return undefined;
  return withPointers(z, entry, messageId);
}

/** Whether a message is one that was asked for, as far as it tells by itself. */
export function mayBeWanted(
  { channel, attachments }: Message,
  filters: Pick<InboundFilters, 'content' | 'channel' | 'hasAttachment'>,
): boolean {
  const { hasAttachment, content } = filters;
  if (hasAttachment !== undefined && attachments.length > 0 !== hasAttachment) return false;
  if (content === 'everything' || (filters.channel?.length ?? 0) > 0) return true;
  return !NO_MESSAGES.includes(channel ?? '');
}

/** HighLevel announces media before it has them: such a message says nothing, and is read once. */
async function hasFile(z: ZObject, entry: Message, messageId: string | null): Promise<boolean> {
  if (entry.attachments.length > 0) return true;
  if (entry.body !== null || messageId === null) return false;
  const found = await messageById(z, messageId);
  return (found?.entry.attachments.length ?? 0) > 0;
}

async function isTagged(z: ZObject, contactId: string | null, tag: string): Promise<boolean> {
  const contact = contactId === null ? undefined : await contactById(z, contactId);
  return contact !== undefined && hasTag(contact, tag);
}

/** So many of a conversation's rows are looked at: one that has more has a first message already. */
const ROWS = 20;

/** Whether nothing was written in a conversation before a message. One request. */
async function isFirstMessage(
  z: ZObject,
  entry: Message,
  messageId: string | null,
): Promise<boolean> {
  const { conversationId, dateAdded } = entry;
  if (conversationId === null || dateAdded === null) return false;
  const { status, data } = await send(z, {
    url: path`/conversations/${conversationId}/messages`,
    params: { limit: ROWS },
    expected: GONE,
  });
  if (status >= 400) return false;
  const rows = readList(message, data, 'messages');
  // An event may be dated a moment later than the row of the same message.
  const isItself = ({ id, threadEmailIds: [first] }: Message) =>
    id === messageId || (first !== undefined && first === entry.emailMessageId);
  const earlier = rows.filter(
    (row) => !row.isActivity && !isItself(row) && (row.dateAdded ?? '') < dateAdded,
  );
  return rows.length < ROWS && earlier.length === 0;
}
