import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, yesNo } from './fields.ts';

/** What is left of a conversation that was deleted. */
export const deletedConversation = defineResource('deleted conversation', () =>
  z.object({
    id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    deleted: yesNo('Is Deleted', true),
  }),
);
