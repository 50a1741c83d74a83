import { type ChannelName, channelOf } from './channels.ts';
import { type EmailDraft, storeEmail } from './email-threads.ts';
import { plainText } from './html.ts';
import { newId } from './ids.ts';
import type { Conversation, Email, Message } from './records.ts';
import type { Store } from './store.ts';

/** A conversation's starting state; every contact has one at most. */
export function newConversation(
  conversation: Pick<Conversation, 'locationId' | 'contactId'> & Partial<Conversation>,
  now: number,
): Conversation {
  return {
    id: newId(),
    type: 1,
    unreadCount: 0,
    starred: false,
    deleted: false,
    inbox: true,
    followers: [],
    mentions: [],
    messageTypes: [],
    lastMessageDate: now,
    dateAdded: now,
    dateUpdated: now,
    ...conversation,
  };
}

/** What a conversation shows of its last message. */
type Shown = Pick<
  Message,
  'id' | 'messageType' | 'direction' | 'source' | 'body' | 'dateAdded' | 'dateUpdated'
>;

/** What a conversation shows of a mail: the mail's own words and time, not those of its thread's row. */
const shownOf = ({ messageId, direction, source, body, dateAdded, dateUpdated }: Email) => ({
  id: messageId,
  direction,
  body: plainText(body),
  dateAdded,
  dateUpdated,
  ...(source === undefined ? {} : { source }),
});

/** Keeps the conversation's last message, its unread count and its dates up to date. */
export function touchConversation(
  conversation: Conversation,
  message: Message,
  email?: Email,
): void {
  const shown: Shown = email ? { messageType: message.messageType, ...shownOf(email) } : message;
  conversation.dateUpdated = Math.max(conversation.dateUpdated, shown.dateUpdated);
  if (shown.direction === 'inbound') conversation.unreadCount += 1;
  if (conversation.lastMessageId !== undefined && shown.dateAdded < conversation.lastMessageDate) {
    return;
  }
  conversation.lastMessageId = shown.id;
  conversation.lastMessageDate = shown.dateAdded;
  conversation.lastMessageType = shown.messageType;
  conversation.lastMessageDirection = shown.direction;
  if (shown.body === undefined) delete conversation.lastMessageBody;
  else conversation.lastMessageBody = shown.body;
  if (shown.direction === 'outbound') {
    const manual = shown.source === 'app' || shown.source === 'api';
    conversation.lastOutboundMessageAction = manual ? 'manual' : 'automated';
    if (manual) conversation.lastManualMessageDate = shown.dateAdded;
  }
}

/** What a new message needs; the rest follows from its conversation and its channel. */
export type Draft = Pick<Message, 'direction' | 'status'> & Partial<Message>;

/** A stored message, and its email where it is one. An email's message is the row of its thread. */
export interface Stored {
  message: Message;
  email?: Email;
}

/**
 * Stores a message on a channel, and its email where it is one, and updates the conversation unless
 * the message waits for its time. Fires nothing.
 */
export function storeMessage(
  store: Store,
  now: number,
  conversation: Conversation,
  channel: ChannelName,
  draft: Draft,
  emailDraft?: EmailDraft,
): Stored {
  const { messageType, webhook, conversationType } = channelOf(channel);
  const message: Message = {
    id: newId(),
    locationId: conversation.locationId,
    contactId: conversation.contactId,
    conversationId: conversation.id,
    messageType,
    webhookType: webhook,
    contentType: emailDraft ? 'text/html' : 'text/plain',
    attachments: [],
    statusRefusals: 0,
    dateAdded: now,
    dateUpdated: now,
    ...draft,
  };
  if (conversation.lastMessageId === undefined) conversation.type = conversationType;
  if (!conversation.messageTypes.includes(message.messageType)) {
    conversation.messageTypes.push(message.messageType);
  }
  const stored = emailDraft ? storeEmail(store, message, emailDraft) : undefined;
  const row = stored?.row ?? store.addMessage(message);
  if (message.status !== 'scheduled') touchConversation(conversation, row, stored?.email);
  return stored ? { message: row, email: stored.email } : { message: row };
}
