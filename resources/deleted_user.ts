import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/** What is left to say of a user who was deleted. */
export const deletedUser = defineResource('deleted user', () =>
  z.object({
    id: id('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    deleted: yesNo('Is Deleted', true),
    message: text('Message', 'The user is being deleted, which takes a few minutes.'),
  }),
);
