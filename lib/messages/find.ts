import type { Bundle, ZObject } from 'zapier-platform-core';

import { email } from '../../resources/email.ts';
import type { RecordOf } from '../../resources/define.ts';
import { message } from '../../resources/message.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { readList, send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { searchConversations } from '../conversations/index.ts';
import { matches, type Message, type MessageFilters } from './messages.ts';

export type Email = RecordOf<typeof email>;

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
 * The message with an id, or the one that holds the e-mail with that id: HighLevel's events of
 * e-mails name no other, and people map what a trigger gives.
 */
export async function messageByAnyId(z: ZObject, id: string): Promise<FoundMessage | undefined> {
  const found = await messageById(z, id);
  const mail = found ? undefined : await readEmail(z, id);
  if (!mail) return found;
  const holds = (entry: Message) =>
    entry.channel === 'email' && (entry.emailMessageId === id || entry.threadEmailIds.includes(id));
  const holder = mail.conversationId ? await latestIn(z, mail.conversationId, holds) : undefined;
  // What the e-mail says of itself stands for a message that lies further back.
  const entry = holder ?? message.parse({ ...mail, messageType: 'TYPE_EMAIL', body: mail.html });
  return { entry: { ...entry, emailMessageId: id }, type: 'TYPE_EMAIL' };
}

/**
 * The e-mail with an id, or undefined where HighLevel has none. The id of the message that holds it
 * does as well: people map either.
 */
export async function emailById(z: ZObject, id: string): Promise<Email | undefined> {
  const found = await readEmail(z, id);
  if (found) return found;
  const emailMessageId = (await messageById(z, id))?.entry.emailMessageId;
  return emailMessageId ? readEmail(z, emailMessageId) : undefined;
}

async function readEmail(z: ZObject, emailMessageId: string): Promise<Email | undefined> {
  const { status, data } = await send(z, {
    url: path`/conversations/messages/email/${emailMessageId}`,
    expected: NOT_FOUND,
  });
  return status < 400 ? email.parse(data) : undefined;
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
  return conversationId
    ? latestIn(z, conversationId, (entry) => matches(entry, filters))
    : undefined;
}

const PAGE_SIZE = 100;
/** So many pages are looked through for one that fits. */
const MOST_PAGES = 5;

/** HighLevel can filter by exact type only, and a channel has several types: matched here. */
async function latestIn(
  z: ZObject,
  conversationId: string,
  isWanted: (entry: Message) => boolean,
): Promise<Message | undefined> {
  let lastMessageId: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { status, data } = await send(z, {
      url: path`/conversations/${conversationId}/messages`,
      params: { limit: PAGE_SIZE, lastMessageId },
      expected: NOT_FOUND,
    });
    if (status >= 400) return undefined;
    const messages = readList(message, data, 'messages');
    const found = messages.find(isWanted);
    lastMessageId = messages.at(-1)?.id;
    if (found || messages.length < PAGE_SIZE) return found;
  }
  return undefined;
}
