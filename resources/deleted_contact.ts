import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, yesNo } from './fields.ts';

/** What is left to say of a contact that was deleted. */
export const deletedContact = defineResource('deleted contact', () =>
  z.object({
    id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    deleted: yesNo('Is Deleted', true),
  }),
);
