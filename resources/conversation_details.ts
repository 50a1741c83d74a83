import * as z from 'zod';

import { conversation } from './conversation.ts';
import { defineResource } from './define.ts';
import { text } from './fields.ts';

/** A conversation with the people in it by name, which HighLevel gives by their ids only. */
export const conversationDetails = defineResource('conversation details', () =>
  z.object({
    ...conversation.shape(),
    assignedUserName: text('Assigned User Name', 'Sam Agent'),
    assignedUserEmail: text('Assigned User Email', 'sam@example.com'),
  }),
);
