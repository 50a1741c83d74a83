import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { conversation } from './conversation.ts';
import { defineResource } from './define.ts';
import { id, integer, nested, text, yesNo } from './fields.ts';

/** A conversation that has just begun; its last message is the one that began it, or a later one. */
export const newConversation = defineResource('new conversation', () => {
  // Who it is with stands in its contact, which has more of it.
  const {
    contactName: _name,
    email: _email,
    phone: _phone,
    tags: _tags,
    contactId,
    assignedTo,
    followers,
    locationId,
    ...rest
  } = conversation.shape();
  return z.object({
    ...rest,
    contact: nested('Contact', contactSummary.shape()),
    lastMessageId: text('Last Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    ...{ contactId, assignedTo, followers, locationId },
  });
});

/** What a conversation's read state is now; the event does not say what it was before. */
export const conversationReadState = defineResource('conversation read state', () =>
  z.object({
    id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    link: text(
      'Conversation Link',
      'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
    ),
    isUnread: yesNo('Is Unread', true),
    unreadCount: integer('Unread Messages', 1),
    starred: yesNo('Is Starred', false),
    inbox: yesNo('Is in Inbox', true),
    contact: nested('Contact', contactSummary.shape()),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
