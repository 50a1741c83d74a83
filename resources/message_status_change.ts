import * as z from 'zod';

import { defineResource } from './define.ts';
import { id } from './fields.ts';
import { messageItem } from './message.ts';

/**
 * A message that reached a delivery status. Zapier starts a Zap once for each id, and one message
 * goes through several statuses: the id is made of both.
 */
export const messageStatusChange = defineResource('message status change', () => {
  const { id: messageId, ...rest } = messageItem.shape();
  return z.object({
    id: id('Event ID', 'mSg6Tx4KpR9wQz2LvNcY:delivered'),
    messageId,
    ...rest,
  });
});
