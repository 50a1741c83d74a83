import { seededId } from '../state/ids.ts';
import type { Contact } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { fieldId, TAGS } from './lists.ts';
import { NORTHSIDE, PEOPLE } from './people.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';
import { userId } from './users.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const contactId = (index: number): string => seededId(`contact:${String(index)}`);

const blank = (now: number, age: number): Omit<Contact, 'id' | 'locationId'> => ({
  additionalEmails: [],
  dnd: false,
  dndSettings: {},
  tags: [],
  customFields: [],
  followers: [],
  workflows: [],
  campaigns: [],
  dateAdded: now - age,
  dateUpdated: now - age,
});

/**
 * Fifty contacts: the 5th, 15th ... have no phone, the 8th, 18th ... no e-mail. The 13th does not
 * want text messages, the 31st nothing at all.
 */
export function seedContacts(store: Store, now: number): void {
  PEOPLE.forEach(([firstName, lastName, companyName], index) => {
    const address = `${firstName}.${lastName}`.toLowerCase();
    const assigned = [userId('dana'), userId('miguel'), undefined, userId('priya'), undefined][
      index % 5
    ];
    const contact: Contact = {
      ...blank(now, index * 9 * HOUR + 30 * 60_000),
      id: contactId(index),
      locationId: HARBOUR,
      firstName,
      lastName,
      city: 'Boston',
      state: 'MA',
      country: 'US',
      timezone: 'America/New_York',
      source: index % 2 === 0 ? 'website' : 'referral',
      tags: TAGS.filter((_, position) => (index + position) % 4 === 0),
      ...(companyName === '' ? {} : { companyName }),
      ...(index % 10 === 7
        ? {}
        : { email: `${address}@example.${index % 2 === 0 ? 'com' : 'org'}` }),
      ...(index % 10 === 4 ? {} : { phone: `+1617555${String(120 + index).padStart(4, '0')}` }),
      ...(assigned === undefined ? {} : { assignedTo: assigned }),
      ...(index === 12
        ? { dndSettings: { SMS: { status: 'active', message: 'STOP', code: '103' } } }
        : {}),
      ...(index === 30 ? { dnd: true } : {}),
      ...(index === 8 ? { visitorId: seededId('visitor:8') } : {}),
      ...(index === 1 ? { additionalEmails: ['marcus.private@example.com'] } : {}),
      ...(index === 0
        ? {
            dateOfBirth: '1988-04-02T00:00:00.000Z',
            address1: '4 Quay Road',
            postalCode: '02111',
            website: 'https://lindqvist.example.com',
            customFields: [
              { id: fieldId('Preferred Name'), value: 'Ann' },
              { id: fieldId('Number of Children'), value: 2 },
              { id: fieldId('Interests'), value: ['Whitening'] },
              { id: fieldId('Insurance'), value: 'Private' },
            ],
          }
        : {}),
    };
    store.contacts.add(contact);
  });
  NORTHSIDE.forEach(([firstName, lastName], index) => {
    store.contacts.add({
      ...blank(now, index * DAY),
      id: seededId(`northside:contact:${String(index)}`),
      locationId: NORTHSIDE_ID,
      firstName,
      lastName,
      email: `${firstName}.${lastName}@example.org`.toLowerCase(),
      phone: `+1312555${String(120 + index).padStart(4, '0')}`,
      tags: ['member'],
    });
  });
  seedNotesAndTasks(store, now);
}

function seedNotesAndTasks(store: Store, now: number): void {
  for (const [index, body] of [
    [0, 'Prefers appointments before ten.'],
    [0, 'Allergic to penicillin.'],
    [13, 'Asked for the invoice by post.'],
  ] as const) {
    store.notes.add({
      id: seededId(`note:${body}`),
      locationId: HARBOUR,
      contactId: contactId(index),
      userId: userId('dana'),
      body,
      pinned: body.startsWith('Allergic'),
      dateAdded: now - (index + 1) * DAY,
    });
  }
  for (const [index, title, completed, days] of [
    [0, 'Send the treatment plan', false, 2],
    [1, 'Call about the whitening quote', false, -1],
    [13, 'Order a new night guard', true, -3],
  ] as const) {
    store.tasks.add({
      id: seededId(`task:${title}`),
      locationId: HARBOUR,
      contactId: contactId(index),
      title,
      body: '',
      assignedTo: userId('miguel'),
      dueDate: new Date(now + days * DAY).toISOString(),
      completed,
      dateAdded: now - 4 * DAY,
    });
  }
}
