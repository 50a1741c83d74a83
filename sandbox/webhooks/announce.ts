import type { Sandbox } from '../sandbox.ts';
import type { ChannelName } from '../state/channels.ts';
import { type Draft, newConversation, type Stored, storeMessage } from '../state/conversing.ts';
import type { EmailDraft } from '../state/email-threads.ts';
import type { Conversation } from '../state/records.ts';
import { messageEvent, unreadEvent } from './events.ts';

/** The contact's conversation, made when there is none. */
export function conversationFor(
  sandbox: Sandbox,
  contact: { id: string; locationId: string },
): Conversation {
  return sandbox.store.conversationOf(contact.id) ?? startConversation(sandbox, contact);
}

/** A new conversation of a contact, which searches may not find for a moment. */
export function startConversation(
  sandbox: Sandbox,
  contact: { id: string; locationId: string },
): Conversation {
  const conversation = newConversation(
    { locationId: contact.locationId, contactId: contact.id },
    sandbox.now(),
  );
  sandbox.lag.hide(conversation.id);
  return sandbox.store.addConversation(conversation);
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
  if (draft.status !== 'scheduled') {
    sandbox.webhooks.fire(messageEvent(sandbox, message, email));
    if (draft.direction === 'inbound') sandbox.webhooks.fire(unreadEvent(conversation));
  }
  return stored;
}
