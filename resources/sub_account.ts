import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, integer, lines, text, yesNo } from './fields.ts';
import { isRecord, toTexts } from './values.ts';

/** A sub-account as a person looks it up. */
export const subAccount = defineResource(
  'found sub-account',
  () =>
    z.object({
      id: id('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
      name: text('Name', 'Example Studio'),
      owner: text('Owner', 'Anna Example'),
      email: text('Email', 'hello@example.com'),
      phone: text('Phone', '+15550100100'),
      website: text('Website', 'https://example.com'),
      address: text('Street Address', '12 Main Street'),
      city: text('City', 'Springfield'),
      state: text('State', 'IL'),
      country: text('Country', 'US'),
      postalCode: text('Postal Code', '62701'),
      timezone: text('Time Zone', 'America/Chicago'),
      companyId: text('Agency ID', 'cMp9AgEnCy2XwQ5rTz7L'),
    }),
  (raw) => {
    const own = isRecord(raw['location']) ? raw['location'] : raw;
    const names = [own['firstName'], own['lastName']].flatMap(toTexts);
    return { ...own, owner: names.join(' ') };
  },
);

/** The sub-accounts of an agency, as line items. */
export const subAccountList = defineResource('sub-account list', () =>
  z.object({
    id: id('Agency ID', 'cMp9AgEnCy2XwQ5rTz7L'),
    name: text('Names', 'Example Studio, Example Gym'),
    count: integer('Number of Sub-Accounts', 12),
    subAccounts: lines('Sub-Account', {
      id: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
      name: text('Name', 'Example Studio'),
      address: text('Street Address', '12 Main Street'),
      isInstalled: yesNo('Has the App', true),
    }),
  }),
);
