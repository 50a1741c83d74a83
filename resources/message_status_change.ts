import * as z from 'zod';

import { defineResource } from './define.ts';
import { primary } from './fields.ts';
import { messageItem } from './message.ts';

/**
 * A message that reached a delivery status. One message goes through several: Zapier starts a Zap once
 * for each of them.
 */
export const messageStatusChange = defineResource('message status change', () => {
  const { id, status, ...rest } = messageItem.shape();
  return z.object({ id: primary(id), status: primary(status), ...rest });
});
