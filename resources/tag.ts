import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/** A tag of the sub-account. Contacts carry the name, not the id. */
export const tag = defineResource('tag', () =>
  z.object({
    id: id('Tag ID', 'tAg2Bv6NmQ1wEr8TyUiO'),
    name: text('Name', 'customer'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);

/** A tag that a step created, or found under its name. */
export const savedTag = defineResource('saved tag', () =>
  z.object({ ...tag.shape(), isNew: yesNo('Is New', true) }),
);
