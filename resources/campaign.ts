import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text } from './fields.ts';

/** A campaign of the sub-account, HighLevel's older kind of automation. */
export const campaign = defineResource('campaign', () =>
  z.object({
    id: id('Campaign ID', 'cPg8Rt3YuI6oPa1SdFgH'),
    name: text('Name', 'Spring offer'),
    status: text('Status', 'published'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
