import { COMPANY_ID } from '../state/app-registration.ts';
import { seededObjectId } from '../state/ids.ts';
import type { Store } from '../state/store.ts';
import { seedCalendars } from './calendars.ts';
import { northsideContactId, seedContacts } from './contacts.ts';
import { seedConversations } from './conversations.ts';
import { seedForms } from './forms.ts';
import { HARBOUR, HARBOUR_PHONE, NORTHSIDE_ID } from './ids.ts';
import { seedInvoices } from './invoices.ts';
import { seedLists } from './lists.ts';
import { seedMarketing } from './marketing.ts';
import { seedObjects } from './objects.ts';
import { seedOpportunities } from './opportunities.ts';
import { seedPayments } from './payments.ts';
import { seedProducts } from './products.ts';
import { seedSmallPlace } from './small-place.ts';
import { seedUsers, userId } from './users.ts';

const DAY = 86_400_000;

/**
 * Fills an empty store. Ids, names and texts are the same on every start; dates keep their distance
 * to `now`, so that "the last 72 hours" always contains the same records.
 */
export function seed(store: Store, now: number): void {
  const shared = {
    companyId: COMPANY_ID,
    country: 'US',
    allowDuplicateContact: false,
    allowDuplicateOpportunity: false,
  };
  store.locations.add({
    ...shared,
    id: HARBOUR,
    name: 'Harbour Dental',
    email: 'hello@harbourdental.example.com',
    phone: HARBOUR_PHONE,
    timezone: 'America/New_York',
    address: '12 Harbour Street',
    city: 'Boston',
    state: 'MA',
    postalCode: '02110',
    website: 'https://harbourdental.example.com',
    firstName: 'Dana',
    lastName: 'Reyes',
    dateAdded: now - 700 * DAY,
  });
  store.locations.add({
    ...shared,
    id: NORTHSIDE_ID,
    name: 'Northside Fitness',
    email: 'team@northsidefitness.example.org',
    phone: '+13125550100',
    timezone: 'America/Chicago',
    address: '88 North Avenue',
    city: 'Chicago',
    state: 'IL',
    postalCode: '60610',
    website: 'https://northsidefitness.example.org',
    firstName: 'Ella',
    lastName: 'Novak',
    dateAdded: now - 400 * DAY,
  });
  seedUsers(store, now);
  seedLists(store, now);
  seedContacts(store, now);
  seedConversations(store, now);
  seedOpportunities(store, now);
  seedCalendars(store, now);
  seedForms(store, now);
  seedInvoices(store, now);
  seedProducts(store, now);
  seedPayments(store, now);
  seedObjects(store, now);
  seedMarketing(store, now);
  seedSmallPlace(
    store,
    {
      locationId: NORTHSIDE_ID,
      name: 'Northside Fitness',
      userId: userId('ella'),
      contactIds: [0, 1, 2].map(northsideContactId),
      id: (label) => seededObjectId(`northside:${label}`),
    },
    now,
  );
}
