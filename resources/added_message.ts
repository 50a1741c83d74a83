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
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      link: text('Conversation Link', LINK),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      emailMessageId: text('Email ID', null),
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
      dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      link: text('Conversation Link', LINK),
      problem: text('Problem', null),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      commentId: text('Comment ID', 'mSg6Tx4KpR9wQz2LvNcZ'),
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
