import * as z from 'zod';

import { conversation } from './conversation.ts';
import { defineResource } from './define.ts';
import { primary } from './fields.ts';

/**
 * A conversation that became unread. One conversation becomes unread many times: Zapier starts a Zap
 * once for each of its last messages.
 */
export const unreadConversation = defineResource('unread conversation', () => {
  const { id, lastMessageDate, ...rest } = conversation.shape();
  return z.object({ id: primary(id), lastMessageDate: primary(lastMessageDate), ...rest });
});
