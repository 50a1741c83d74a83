import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text } from './fields.ts';
import { isRecord } from './values.ts';

/** A sub-account (HighLevel's API calls it a location), wrapped in `location`. */
export const location = defineResource(
  'sub-account',
  () =>
    z.object({
      id: id('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
      name: text('Name', 'Example Studio'),
      companyId: text('Agency ID', 'cMp9AgEnCy2XwQ5rTz7L'),
      email: text('Email', 'hello@example.com'),
      phone: text('Phone', '+15550100100'),
      website: text('Website', 'https://example.com'),
      address: text('Street Address', '12 Main Street'),
      city: text('City', 'Springfield'),
      state: text('State', 'IL'),
      country: text('Country', 'US'),
      postalCode: text('Postal Code', '62701'),
      timezone: text('Time Zone', 'America/Chicago'),
    }),
  (raw) => (isRecord(raw['location']) ? raw['location'] : raw),
);
