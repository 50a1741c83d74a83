import * as z from 'zod';

import { conversation } from './conversation.ts';
import { defineResource } from './define.ts';
import { id } from './fields.ts';
import { toText } from './values.ts';

/**
 * A conversation that became unread. Zapier starts a Zap once for each id, and one conversation
 * becomes unread many times: the id is made of it and of its last message's moment.
 */
export const unreadConversation = defineResource(
  'unread conversation',
  () => {
    const { id: conversationId, ...rest } = conversation.shape();
    return z.object({
      id: id('Event ID', 'cVn5Qe2aTzX8wLr4KpYb:1795168920000'),
      conversationId,
      ...rest,
    });
  },
  // Made from a conversation as the resource of that name gives it.
  (raw) => ({
    ...raw,
    id: [toText(raw['id']), Date.parse(toText(raw['lastMessageDate']) ?? '') || 0].join(':'),
    conversationId: raw['id'],
  }),
);
