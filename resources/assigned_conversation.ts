import * as z from 'zod';

import { conversation } from './conversation.ts';
import { defineResource } from './define.ts';
import { nested, primary } from './fields.ts';
import { userSummary } from './user.ts';

/**
 * A conversation that was assigned, with the user it is assigned to. It may be assigned many times:
 * Zapier starts a Zap once for each user.
 */
export const assignedConversation = defineResource('assigned conversation', () => {
  const { id, assignedTo, ...rest } = conversation.shape();
  return z.object({
    id: primary(id),
    user: nested('Assigned User', userSummary.shape()),
    ...rest,
    assignedTo: primary(assignedTo),
  });
});
