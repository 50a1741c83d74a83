import * as z from 'zod';

import { customValuesIn } from './custom_values.ts';
import { defineResource } from './define.ts';
import { dateTime, day, id, lead, text, texts, valuesById, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from './values.ts';

/** A contact, wrapped in `contact` by get, create and upsert, bare in search and webhooks. */
export const contact = defineResource(
  'contact',
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      ...contactDetails(),
      additionalPhones: texts('Additional Phone Numbers', ['+15550100124']),
      foundThrough: text('Found Through', 'survey'),
      foundCampaign: text('Found Through Campaign', 'spring'),
      foundPage: text('First Page Visited', 'https://example.com/offer?utm_campaign=spring'),
      createdBy: text('Created By', 'person'),
      custom: valuesById('Custom'),
      dateAdded: dateTime('Created At', '2026-10-02T08:30:00.000Z'),
      dateUpdated: dateTime('Updated At', '2026-11-20T10:02:00.000Z'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readContact,
);

/** A contact as "create or update" answers it, with what HighLevel left out of it. */
export const savedContact = defineResource(
  'saved contact',
  () => z.object({ ...contact.shape(), isNew: yesNo('Is New', false), ...leftOut() }),
  (raw) => ({ ...readUpdated(raw), isNew: raw['new'] }),
);

/** A contact as an update answers it, with what HighLevel left out of it. */
export const updatedContact = defineResource(
  'updated contact',
  () => z.object({ ...contact.shape(), ...leftOut() }),
  readUpdated,
);

function leftOut() {
  return {
    notSaved: texts('Not Saved', ['Phone Number']),
    notice: text(
      'Notice',
      'HighLevel did not save: Phone Number. Most often another contact of the sub-account has it already.',
    ),
  };
}

function readUpdated(raw: RawRecord): RawRecord {
  return { ...readContact(raw), notSaved: raw['notSaved'], notice: raw['notice'] };
}

/**
 * What other apps need of a contact, in a record that holds one. It has no id of its own: the
 * record names it already, and a contact that was deleted has none of these.
 */
export const contactSummary = defineResource(
  'contact summary',
  () => z.object(contactDetails()),
  readContact,
);

function contactDetails() {
  return {
    name: lead(text('Name', 'Anna Example')),
    firstName: text('First Name', 'Anna'),
    lastName: text('Last Name', 'Example'),
    email: lead(text('Email', 'anna@example.com')),
    phone: lead(text('Phone', '+15550100123')),
    companyName: text('Company', 'Example Studio'),
    link: text('Link', CONTACT_LINK_EXAMPLE),
    tags: texts('Tags', ['customer']),
    doNotDisturb: yesNo('Do Not Disturb', false),
    source: text('Source', 'website form'),
    address1: text('Street Address', '12 Main Street'),
    city: text('City', 'Springfield'),
    state: text('State', 'IL'),
    country: text('Country', 'US'),
    postalCode: text('Postal Code', '62701'),
    website: text('Website', 'https://example.com'),
    timezone: text('Time Zone', 'America/Chicago'),
    dateOfBirth: day('Date of Birth', '1990-05-17'),
    assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
  };
}

function readContact(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['contact']) ? raw['contact'] : raw;
  const parts = [toText(inner['firstName']), toText(inner['lastName'])].filter(Boolean);
  return {
    ...inner,
    // Search rows write `contactName` in lower case.
    name: toText(inner['name']) ?? (parts.join(' ') || toText(inner['contactName'])),
    address1: inner['address1'] ?? inner['address'],
    custom: customValuesIn(inner['customFields']),
    link: contactLink(inner['locationId'], inner['id']),
    doNotDisturb: inner['dnd'],
    additionalPhones: toList(inner['additionalPhones']).map((entry) =>
      isRecord(entry) ? entry['phone'] : entry,
    ),
    ...foundBy(inner['attributionSource']),
    createdBy: creatorOf(inner['createdBy']),
  };
}

/** How a contact was found: where its first visit came from. */
function foundBy(value: unknown): RawRecord {
  const { medium, campaign, utmCampaign, utmSource, url } = toRecord(value);
  return {
    foundThrough: medium ?? utmSource,
    foundCampaign: campaign ?? utmCampaign,
    foundPage: url,
  };
}

/** What creates contacts, in words for people; anything else goes by HighLevel's own. */
export const CREATORS = {
  person: 'A person in HighLevel',
  app: 'An app or integration, such as a Zap',
} as const;

const CREATOR_BY_SOURCE: Readonly<Record<string, keyof typeof CREATORS>> = {
  WEB_USER: 'person',
  MOBILE_USER: 'person',
  INTEGRATION: 'app',
  PUBLIC_API: 'app',
};

/** Webhooks do not say what created a contact. */
function creatorOf(value: unknown): string | null {
  const { source, channel } = toRecord(value);
  const name = toText(source)?.toUpperCase();
  if (name === undefined) return null;
  if (toText(channel)?.toUpperCase() === 'OAUTH') return 'app';
  return CREATOR_BY_SOURCE[name] ?? name.toLowerCase();
}
