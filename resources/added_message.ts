import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, text } from './fields.ts';
import { conversationLink } from './links.ts';

const LINK =
  'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb';

/** A message from elsewhere that was written into a conversation. */
export const addedMessage = defineResource(
  'added message',
  () =>
    z.object({
      id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
      channel: text('Channel', 'sms'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      emailMessageId: text('Email ID', 'eM4iLk9QwZ7xTn2RvBpC'),
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      link: text('Conversation Link', LINK),
    }),
  readAdded,
);

/** A call from elsewhere that was written into a conversation. */
export const loggedCall = defineResource(
  'logged call',
  () =>
    z.object({
      id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
      direction: text('Direction', 'inbound'),
      callStatus: text('Call Status', 'completed'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      commentId: text('Comment ID', 'mSg6Tx4KpR9wQz2LvNcZ'),
      problem: text('Problem', 'The comment could not be added.'),
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      link: text('Conversation Link', LINK),
    }),
  readAdded,
);

function readAdded(raw: Record<string, unknown>): Record<string, unknown> {
  return {
    ...raw,
    id: raw['messageId'] ?? raw['emailMessageId'],
    link: conversationLink(raw['locationId'], raw['conversationId']),
  };
}
