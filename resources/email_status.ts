import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text } from './fields.ts';

/** An email after its delivery status was set. */
export const emailStatus = defineResource('email status', () =>
  z.object({
    id: id('Email ID', 'eM4iLk9QwZ7xTn2RvBpC'),
    status: text('Status', 'delivered'),
    message: text("HighLevel's Response", 'Updated email message successfully'),
  }),
);
