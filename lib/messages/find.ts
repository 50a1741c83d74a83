import type { Bundle, ZObject } from 'zapier-platform-core';

import { message } from '../../resources/message.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { emailById, latestOf, messageOfEmail, type Email } from './emails.ts';
import { readList, send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { searchConversations } from '../conversations/conversations.ts';
import { remainingMs } from '../http/step_context.ts';
import { matches, type Message, type MessageFilters } from './filter.ts';

/** HighLevel answers an id of the wrong form with 400. */
const NOT_FOUND = [400, 404];

/** A message, and HighLevel's own name for its type (`TYPE_CUSTOM_SMS`). */
export interface FoundMessage {
  entry: Message;
  type: string | null;
}

/** The message with an id, or undefined where HighLevel has none. */
export async function messageById(
  z: ZObject,
  messageId: string,
): Promise<FoundMessage | undefined> {
  const { status, data } = await send(z, {
    url: path`/conversations/messages/${messageId}`,
    expected: NOT_FOUND,
  });
  if (status >= 400) return undefined;
  const answer = toRecord(data);
  const raw: RawRecord = 'message' in answer ? toRecord(answer['message']) : answer;
  return { entry: message.parse(data), type: toText(raw['messageType']) };
}

/**
 * The message with this ID, or the email: HighLevel's events of emails carry the email's ID and no
 * other. The row of a thread becomes its latest email, with its own words.
 */
export async function messageByAnyId(z: ZObject, id: string): Promise<FoundMessage | undefined> {
  const found = await messageById(z, id);
  if (found && found.entry.channel !== 'email') return found;
  const emailId = found ? found.entry.emailMessageId : id;
  const mail = emailId ? await emailById(z, emailId) : undefined;
  if (!mail) return found && { ...found, entry: latestOf(found.entry) };
  return { entry: messageOfEmail(mail, found?.entry), type: found?.type ?? 'TYPE_EMAIL' };
}

/**
 * The message with this ID, or the row of the thread that the email with this ID belongs to: what an
 * answer is sent to. `emailMessageId` is then that email's.
 */
export async function messageToAnswer(z: ZObject, id: string): Promise<FoundMessage | undefined> {
  const found = await messageById(z, id);
  const mail = found ? undefined : await emailById(z, id);
  if (!mail) return found;
  const isThread = (row: Message) => row.threadEmailIds.includes(id);
  const thread = mail.conversationId ? await rowIn(z, mail.conversationId, isThread) : undefined;
  // What the email says of itself stands for a row that lies further back.
  const entry = thread ?? messageOfEmail(mail);
  return { entry: { ...entry, emailMessageId: id }, type: 'TYPE_EMAIL' };
}

/**
 * The email with an id, or undefined where HighLevel has none. The id of the message that holds it
 * does as well: people map either.
 */
export async function emailByAnyId(z: ZObject, id: string): Promise<Email | undefined> {
  const found = await emailById(z, id);
  if (found) return found;
  const emailMessageId = (await messageById(z, id))?.entry.emailMessageId;
  return emailMessageId ? emailById(z, emailMessageId) : undefined;
}

/** The latest message that a person asked for, in a conversation or with a contact. */
export async function latestMessage(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
): Promise<Message | undefined> {
  const { contactId } = filters;
  const conversationId = contactId
    ? (await searchConversations(z, bundle, { contactId, limit: 1 })).conversations[0]?.id
    : filters.conversationId;
  return conversationId ? latestIn(z, bundle, conversationId, filters) : undefined;
}

const PAGE_SIZE = 100;

/** So many pages are looked through for one that fits. */
const MOST_PAGES = 5;

/** So many emails are read for one that fits. */
const MOST_EMAILS = 20;

/**
 * HighLevel can filter by exact type only, and a channel has several types: matched here. A thread
 * of emails stands where its first email does, so of one that is still going on a page further back
 * may have the latest email: all rows of a page are compared.
 */
function latestIn(
  z: ZObject,
  bundle: Bundle,
  conversationId: string,
  filters: MessageFilters,
): Promise<Message | undefined> {
  return pageByPage(z, conversationId, (rows) => latestAmong(z, bundle, rows, filters));
}

function rowIn(
  z: ZObject,
  conversationId: string,
  isWanted: (row: Message) => boolean,
): Promise<Message | undefined> {
  return pageByPage(z, conversationId, (rows) => rows.find(isWanted));
}

/** Reads a conversation from its newest row on until something is found. */
async function pageByPage(
  z: ZObject,
  conversationId: string,
  find: (rows: readonly Message[]) => Message | undefined | Promise<Message | undefined>,
): Promise<Message | undefined> {
  let lastMessageId: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { status, data } = await send(z, {
      url: path`/conversations/${conversationId}/messages`,
      params: { limit: PAGE_SIZE, lastMessageId },
      expected: NOT_FOUND,
    });
    if (status >= 400) return undefined;
    const rows = readList(message, data, 'messages');
    const found = await find(rows);
    lastMessageId = rows.at(-1)?.id;
    if (found || rows.length < PAGE_SIZE) return found;
  }
  return undefined;
}

/** The filters that each email of a thread is looked at for, and not the thread. */
const OF_EMAILS = {
  direction: undefined,
  contains: undefined,
  sentAfter: undefined,
  sentBefore: undefined,
};

/** The latest of a page that fits. Emails are read as far as needed, the latest thread first. */
async function latestAmong(
  z: ZObject,
  bundle: Bundle,
  rows: readonly Message[],
  filters: MessageFilters,
): Promise<Message | undefined> {
  const dateOf = (entry: Message) => latestOf(entry).dateAdded ?? '';
  const byDate = rows.toSorted((one, other) => dateOf(other).localeCompare(dateOf(one)));
  let reads = 0;
  for (const row of byDate) {
    if (row.channel !== 'email') {
      if (matches(row, filters)) return row;
      continue;
    }
    if (!matches(row, { ...filters, ...OF_EMAILS })) continue;
    for (const id of row.threadEmailIds.toReversed()) {
      if (reads >= MOST_EMAILS || remainingMs(bundle) < READ_MS) break;
      reads += 1;
      const mail = await emailById(z, id);
      const entry = mail && messageOfEmail(mail, row);
      if (entry && matches(entry, filters)) return entry;
    }
  }
  return undefined;
}

/** What reading one email may take, in milliseconds. */
const READ_MS = 3_000;
