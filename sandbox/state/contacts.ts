import { APP } from './app-registration.ts';
import type { Contact, Origin } from './records.ts';

/** What the app made over the API. */
export const byTheApp = (timestamp: number): Origin => ({
  source: 'INTEGRATION',
  channel: 'OAUTH',
  sourceId: APP.clientId,
  timestamp,
});

/** A contact's starting state; without a country it is in the United States. */
export function newContact(
  contact: Pick<Contact, 'id' | 'locationId'> & Partial<Contact>,
  now: number,
): Contact {
  return {
    additionalEmails: [],
    additionalPhones: [],
    country: 'US',
    dnd: false,
    dndSettings: {},
    tags: [],
    customFields: [],
    followers: [],
    workflows: [],
    campaigns: [],
    createdBy: byTheApp(now),
    dateAdded: now,
    dateUpdated: now,
    ...contact,
  };
}
