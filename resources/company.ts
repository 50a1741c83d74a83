import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, lead, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { isRecord, type RawRecord } from './values.ts';

const ID_EXAMPLE = '63771dcac1116f0e21de8e12';

/**
 * A company, which the API calls a business: wrapped in `business` when it is read, and in
 * `buiseness` when it is created or updated.
 */
export const company = defineResource('company', () => z.object(words()), readCompany);

/** A company with a contact that a step put into it or took out of it. */
export const companyContact = defineResource(
  "company's contact",
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      isInCompany: yesNo('Is in Company', true),
      companyId: text('Company ID', ID_EXAMPLE),
      companyName: text('Company', 'Example Studio'),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  (raw) => ({ ...raw, contactLink: contactLink(raw['locationId'], raw['id']) }),
);

function words() {
  return {
    id: id('Company ID', ID_EXAMPLE),
    name: lead(text('Name', 'Example Studio')),
    email: lead(text('Email Address', 'office@example.com')),
    phone: lead(text('Phone Number', '+15550100200')),
    website: text('Website', 'https://example.com'),
    description: text('Description', 'Interior design'),
    address: text('Street Address', '12 Example Street'),
    city: text('City', 'Denver'),
    state: text('State', 'CO'),
    postalCode: text('Postal Code', '80202'),
    country: text('Country', 'US'),
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readCompany(raw: RawRecord): RawRecord {
  const inner = raw['business'] ?? raw['buiseness'] ?? raw['businesses'];
  return isRecord(inner) ? { ...raw, ...inner } : raw;
}
