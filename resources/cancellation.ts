import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/** A scheduled message that will not be sent. */
export const cancelledMessage = defineResource('cancelled message', () =>
  z.object({
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    cancelled: yesNo('Is Cancelled', true),
    message: text('Answer', 'Message cancelled successfully'),
  }),
);

/** A scheduled e-mail that will not be sent. */
export const cancelledEmail = defineResource('cancelled email', () =>
  z.object({
    id: id('Email ID', 'eM4iLk9QwZ7xTn2RvBpC'),
    cancelled: yesNo('Is Cancelled', true),
    message: text('Answer', 'Message cancelled successfully'),
  }),
);
