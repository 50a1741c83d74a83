import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, lead, text } from './fields.ts';

/** A trigger link: a URL by which workflows notice who clicked it. */
export const triggerLink = defineResource('trigger link', () =>
  z.object({
    name: lead(text('Name', 'Book a Visit')),
    redirectTo: lead(text('Redirect URL', 'https://example.com/book')),
    fieldKey: lead(text('Merge Field', '{{trigger_link.lNk6Bv3XcZ9mQw2RtYpH}}')),
    id: id('Trigger Link ID', 'lNk6Bv3XcZ9mQw2RtYpH'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
