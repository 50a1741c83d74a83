import type { Sandbox } from '../sandbox.ts';
import { messageEvent, unreadEvent } from '../webhooks/events.ts';
import type { Conversation, Email, Message } from './records.ts';
import { type ChannelName, channelOf } from './channels.ts';
import { newId } from './ids.ts';
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
    lastMessageDate: now,
    dateAdded: now,
    dateUpdated: now,
    ...conversation,
  };
}

/** The contact's conversation, made when there is none. */
export function conversationFor(
  sandbox: Sandbox,
  contact: { id: string; locationId: string },
): Conversation {
  const existing = sandbox.store.conversationOf(contact.id);
  if (existing) return existing;
  return sandbox.store.addConversation(
    newConversation({ locationId: contact.locationId, contactId: contact.id }, sandbox.now()),
  );
}

/** Keeps the conversation's last message, its unread count and its dates up to date. */
export function touchConversation(conversation: Conversation, message: Message): void {
  conversation.dateUpdated = Math.max(conversation.dateUpdated, message.dateUpdated);
  if (message.direction === 'inbound') conversation.unreadCount += 1;
  if (
    conversation.lastMessageId !== undefined &&
    message.dateAdded < conversation.lastMessageDate
  ) {
    return;
  }
  conversation.lastMessageId = message.id;
  conversation.lastMessageDate = message.dateAdded;
  conversation.lastMessageType = message.messageType;
  conversation.lastMessageDirection = message.direction;
  if (message.body === undefined) delete conversation.lastMessageBody;
  else conversation.lastMessageBody = message.body;
  if (message.direction === 'outbound') {
    const manual = message.source === 'app' || message.source === 'api';
    conversation.lastOutboundMessageAction = manual ? 'manual' : 'automated';
    if (manual) conversation.lastManualMessageDate = message.dateAdded;
  }
}

export type Draft = Pick<Message, 'direction' | 'status'> & Partial<Message>;
export type EmailDraft = Pick<Email, 'from' | 'to' | 'body'> & Partial<Email>;

/** Text of an HTML body, as lists show it. */
export const plainText = (html: string): string =>
  html
    .replace(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();

interface Stored {
  message: Message;
  email?: Email;
}

/**
 * Stores a message on a channel, and its e-mail where it is one, and updates the conversation unless
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
  const email = emailDraft && storeEmail(store, message, emailDraft);
  if (email) message.emailIds = [email.id];
  if (conversation.lastMessageId === undefined) conversation.type = conversationType;
  store.addMessage(message);
  if (message.status !== 'scheduled') touchConversation(conversation, message);
  return email ? { message, email } : { message };
}

/** Stores a message and fires its webhooks; a scheduled one fires nothing, it has not been sent. */
export function recordMessage(
  sandbox: Sandbox,
  conversation: Conversation,
  channel: ChannelName,
  draft: Draft,
  emailDraft?: EmailDraft,
): Stored {
  const now = sandbox.now();
  const stored = storeMessage(sandbox.store, now, conversation, channel, draft, emailDraft);
  const { message, email } = stored;
  if (message.status !== 'scheduled') {
    sandbox.webhooks.fire(messageEvent(sandbox, message, email));
    if (message.direction === 'inbound') sandbox.webhooks.fire(unreadEvent(conversation));
  }
  return stored;
}

function storeEmail(store: Store, message: Message, draft: EmailDraft): Email {
  const id = draft.id ?? newId();
  const { scheduledAt, source, conversationProviderId } = message;
  return store.emails.add({
    id,
    messageId: message.id,
    threadId: draft.threadId ?? id,
    locationId: message.locationId,
    contactId: message.contactId,
    conversationId: message.conversationId,
    direction: message.direction,
    status: message.status,
    contentType: 'text/html',
    attachments: message.attachments,
    cc: [],
    bcc: [],
    dateAdded: message.dateAdded,
    ...(source === undefined ? {} : { source }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    ...(conversationProviderId === undefined ? {} : { conversationProviderId }),
    ...draft,
  });
}
