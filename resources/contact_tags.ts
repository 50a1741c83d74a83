import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, texts } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';

/** A contact's tags after some were added or removed. */
export const contactTags = defineResource(
  "contact's tags",
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      tags: texts('Tags', ['customer', 'vip']),
      changed: texts('Changed Tags', ['vip']),
      link: text('Contact Link', CONTACT_LINK_EXAMPLE),
    }),
  (raw) => ({ ...raw, link: contactLink(raw['locationId'], raw['id']) }),
);
