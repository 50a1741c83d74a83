import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/** A scheduled message or email that will not be sent. */
export const canceledMessage = defineResource('canceled message', () =>
  z.object({
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    body: text('Text', 'See you on Thursday at ten.'),
    subject: text('Subject', 'Your appointment on Thursday'),
    channel: text('Channel', 'email'),
    canceled: yesNo('Is Canceled', true),
    link: text(
      'Conversation Link',
      'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
    ),
    conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    response: text("HighLevel's Response", 'Message cancelled successfully'),
  }),
);
