import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, integer, nested, text, yesNo } from './fields.ts';

/** A conversation that has just begun, with the message that began it. */
export const startedConversation = defineResource('started conversation', () =>
  z.object({
    ...common(),
    messageBody: text('Message Text', 'Is Thursday at ten still free?'),
    messageChannel: text('Message Channel', 'sms'),
    messageDirection: text('Message Direction', 'inbound'),
    messageDate: dateTime('Message Date', '2026-11-20T10:02:00.000Z'),
    messageId: text('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    type: text('Conversation Type', 'phone'),
    assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    contact: nested('Contact', contactSummary.shape()),
  }),
);

/** What a conversation's read state is now; the event does not say what it was before. */
export const conversationReadState = defineResource('conversation read state', () =>
  z.object({
    ...common(),
    contact: nested('Contact', contactSummary.shape()),
  }),
);

function common() {
  return {
    id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    link: text(
      'Conversation Link',
      'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
    ),
    isUnread: yesNo('Is Unread', true),
    unreadCount: integer('Unread Messages', 1),
    starred: yesNo('Is Starred', false),
    inbox: yesNo('Is in Inbox', true),
    deleted: yesNo('Is Deleted', false),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}
