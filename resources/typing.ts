import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/** The typing indicator of a live chat. */
export const typing = defineResource('typing indicator', () =>
  z.object({
    id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    isTyping: yesNo('Is Typing', true),
    visitorId: text('Visitor ID', 'vIs7Tr4LmQ2wXz9ZbNcK'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
  }),
);
