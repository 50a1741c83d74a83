import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, files, id, text, yesNo } from './fields.ts';

/** A message that was sent, and what its contact replied; null where the time was over before. */
export const awaitedReply = defineResource('awaited reply', () =>
  z.object({
    gotReply: yesNo('Got Reply', true),
    replyText: text('Reply Text', 'Yes, Thursday at ten is fine.'),
    replySubject: text('Reply Subject', 'Re: Your appointment on Thursday'),
    replyChannel: text('Reply Channel', 'email'),
    replyFrom: text('Reply From', 'anna@example.com'),
    repliedAt: dateTime('Replied At', '2026-11-24T09:04:00.000Z'),
    replyAttachments: files('Reply Attachments', ['https://example.com/files/photo.jpg']),
    replyMessageId: text('Reply Message ID', 'mSg8Wz2NqT5vXr4LcKpB'),
    channel: text('Channel', 'email'),
    status: text('Status', 'pending'),
    link: text(
      'Conversation Link',
      'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
    ),
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
  }),
);
