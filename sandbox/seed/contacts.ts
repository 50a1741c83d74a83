import { newContact } from '../state/contacts.ts';
import { seededId, seededUuid } from '../state/ids.ts';
import type { Contact } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { fieldId, TAGS } from './lists.ts';
import { NORTHSIDE, PEOPLE } from './people.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';
import { userId } from './users.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const contactId = (index: number): string => seededId(`contact:${String(index)}`);

export const northsideContactId = (index: number): string =>
  seededId(`northside:contact:${String(index)}`);

/** A file in a custom field, as HighLevel keeps it there. */
const storedFile = (name: string, documentId: string) => ({
  url: `/files/seed/${name}`,
  meta: { originalname: name, size: 20_480, mimetype: 'image/png' },
  documentId,
});

/** What only some of the people have, by their position. */
const SPECIAL: Readonly<Record<number, Partial<Contact>>> = {
  0: {
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
  },
  1: {
    additionalEmails: ['marcus.private@example.com'],
    additionalPhones: ['+16175550821'],
  },
  8: { visitorId: seededId('visitor:8') },
  12: { dndSettings: { SMS: { status: 'active', message: 'STOP', code: '103' } } },
  // 31 December 1971 and 6 November 1954 in milliseconds, and a day with an offset.
  14: { dateOfBirth: 62_985_600_000 },
  16: { dateOfBirth: -478_224_000_000 },
  20: { dateOfBirth: '1990-05-17T00:00:00+02:00' },
  // The two shapes of a field with files: an object by document, and a list.
  21: {
    customFields: [
      {
        id: fieldId('X-Ray'),
        value: { [seededUuid('x-ray:21')]: storedFile('leaking-tap.png', seededId('x-ray:21')) },
      },
    ],
  },
  22: {
    customFields: [
      {
        id: fieldId('X-Ray'),
        value: [
          storedFile('leaking-tap.png', seededId('x-ray:22:0')),
          storedFile('price-list.pdf', seededId('x-ray:22:1')),
        ],
      },
    ],
  },
  30: { dnd: true },
};

/** An address of the person's own, also where two have the same name. */
function emailOf(index: number): string {
  const [firstName, lastName] = PEOPLE[index] ?? ['', ''];
  const before = PEOPLE.slice(0, index).filter(
    ([first, last]) => first === firstName && last === lastName,
  ).length;
  const name = `${firstName}.${lastName}${before > 0 ? String(before + 1) : ''}`;
  return `${name.toLowerCase()}@example.${index % 2 === 0 ? 'com' : 'org'}`;
}

/**
 * Fifty contacts: the 5th, 15th ... have no phone, the 8th, 18th ... no email. The 41st and the
 * 49th have one name.
 */
export function seedContacts(store: Store, now: number): void {
  const added = (at: number): Pick<Contact, 'createdBy' | 'dateAdded' | 'dateUpdated'> => ({
    createdBy: { source: 'WEB_USER', channel: 'APP', sourceId: userId('dana'), timestamp: at },
    dateAdded: at,
    dateUpdated: at,
  });
  PEOPLE.forEach(([firstName, lastName, companyName], index) => {
    const fromWebsite = index % 2 === 0;
    const form = { url: 'https://harbourdental.example.com/contact', medium: 'form' };
    const attribution = { ...form, mediumId: seededId('form:contact'), campaign: 'spring' };
    const assigned = [userId('dana'), userId('miguel'), undefined, userId('priya'), undefined][
      index % 5
    ];
    const contact: Pick<Contact, 'id' | 'locationId'> & Partial<Contact> = {
      ...added(now - index * 9 * HOUR - 30 * MINUTE),
      id: contactId(index),
      locationId: HARBOUR,
      firstName,
      lastName,
      city: 'Boston',
      state: 'MA',
      timezone: 'America/New_York',
      source: fromWebsite ? 'website' : 'referral',
      tags: TAGS.filter((_, position) => (index + position) % 4 === 0),
      ...(fromWebsite
        ? { attributionSource: attribution, lastAttributionSource: attribution }
        : {}),
      ...(companyName === '' ? {} : { companyName }),
      ...(index % 10 === 7 ? {} : { email: emailOf(index) }),
      ...(index % 10 === 4 ? {} : { phone: `+1617555${String(120 + index).padStart(4, '0')}` }),
      ...(assigned === undefined ? {} : { assignedTo: assigned }),
      ...SPECIAL[index],
    };
    store.contacts.add(newContact(contact, now));
  });
  NORTHSIDE.forEach(([firstName, lastName], index) => {
    const contact = {
      ...added(now - index * DAY),
      id: northsideContactId(index),
      locationId: NORTHSIDE_ID,
      firstName,
      lastName,
      email: `${firstName}.${lastName}@example.org`.toLowerCase(),
      phone: `+1312555${String(120 + index).padStart(4, '0')}`,
      tags: ['member'],
    };
    store.contacts.add(newContact(contact, now));
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
      title: body.startsWith('Allergic') ? 'Allergies' : '',
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
      body: completed ? '' : 'Before noon, if possible.',
      assignedTo: userId('miguel'),
      dueDate: new Date(now + days * DAY).toISOString(),
      completed,
      dateAdded: now - 4 * DAY,
    });
  }
}
