import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, texts } from './fields.ts';

/** A contact's tags after some were added or removed. */
export const contactTags = defineResource("contact's tags", () =>
  z.object({
    id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    tags: texts('Tags', ['customer', 'vip']),
    changed: texts('Changed Tags', ['vip']),
  }),
);
