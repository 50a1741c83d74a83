import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';
import { conversationLink } from './links.ts';

/** The typing indicator of a live chat. */
export const typing = defineResource(
  'typing indicator',
  () =>
    z.object({
      id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      isTyping: yesNo('Is Typing', true),
      link: text(
        'Conversation Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
      ),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      visitorId: text('Visitor ID', 'vIs7Tr4LmQ2wXz9ZbNcK'),
    }),
  (raw) => ({ ...raw, link: conversationLink(raw['locationId'], raw['id']) }),
);
