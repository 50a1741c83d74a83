import * as z from 'zod';

import { defineResource } from './define.ts';
import { lead, primary } from './fields.ts';
import { taskItem } from './task.ts';

/** A task that is due soon. Zapier starts a Zap once for each of its due dates: again when it is moved. */
export const dueTask = defineResource('due task', () => {
  const { id, dueDate, title, body, ...rest } = taskItem.shape();
  return z.object({ id: primary(id), title, body, dueDate: lead(primary(dueDate)), ...rest });
});
