import { highLevel, LOCATION_ID } from './app.ts';

export const OBJECT_KEY = 'custom_objects.registration';
export const RECORD_ID = '67b2c4d8e1f30a5b7c9d2e41';
export const OWNER_ID = 'uS3rPq8LmN2vXc7ZtYwE';

/** The IDs of the fields, by their properties. */
export const FIELD_IDS = {
  event: 'f1EvZbR4xVnL0shT7gK2',
  notes: 'f2NoZbR4xVnL0shT7gK2',
  seats: 'f3SeZbR4xVnL0shT7gK2',
  phone: 'f4PhZbR4xVnL0shT7gK2',
  price: 'f5PrZbR4xVnL0shT7gK2',
  ticket: 'f6TiZbR4xVnL0shT7gK2',
  meals: 'f7MeZbR4xVnL0shT7gK2',
  event_date: 'f8DaZbR4xVnL0shT7gK2',
  badge: 'f9BaZbR4xVnL0shT7gK2',
  checklist: 'faChZbR4xVnL0shT7gK2',
  rating: 'fbRaZbR4xVnL0shT7gK2',
  source: 'fcSoZbR4xVnL0shT7gK2',
} as const;

const KIND = {
  id: '661c06b4ffde146bdb469442',
  key: OBJECT_KEY,
  standard: false,
  labels: { singular: 'Registration', plural: 'Registrations' },
  primaryDisplayProperty: `${OBJECT_KEY}.event`,
};

const choices = (...labels: string[]) =>
  labels.map((label) => ({ key: label.toLowerCase().replaceAll(' ', '_'), label }));

function field(property: keyof typeof FIELD_IDS, name: string, dataType: string, more = {}) {
  const fieldKey = `${OBJECT_KEY}.${property}`;
  return { id: FIELD_IDS[property], name, fieldKey, dataType, ...more };
}

/** A field of every type, and one of a type that HighLevel may have tomorrow. */
export const FIELDS = [
  field('event', 'Event', 'TEXT'),
  field('notes', 'Notes', 'LARGE_TEXT'),
  field('seats', 'Seats', 'NUMERICAL'),
  field('phone', 'Emergency Phone', 'PHONE'),
  field('price', 'Price', 'MONETORY'),
  field('ticket', 'Ticket', 'SINGLE_OPTIONS', { options: choices('Standard', 'Early Bird') }),
  field('meals', 'Meals', 'MULTIPLE_OPTIONS', { options: choices('Lunch', 'Dinner, Late') }),
  field('event_date', 'Event Date', 'DATE'),
  field('badge', 'Badge', 'FILE_UPLOAD'),
  field('checklist', 'Checklist', 'TEXTBOX_LIST', { options: choices('Before', 'After') }),
  field('rating', 'Rating', 'STARS'),
  field('source', 'Source', 'RADIO', { options: choices('Web'), allowCustomOption: true }),
];

/** A record as HighLevel answers it. */
export const RECORD = {
  id: RECORD_ID,
  owner: [OWNER_ID],
  followers: [],
  properties: {
    event: 'Spring Conference',
    seats: 2,
    price: { currency: 'default', value: 49.5 },
    ticket: 'early_bird',
    meals: ['lunch', 'dinner,_late'],
    event_date: '2027-03-05',
    badge: [{ url: 'https://files.example.com/badge.png' }],
    'checklist.before': 'Print badge',
  },
  dateAdded: '2026-11-20T10:02:00.000Z',
  dateUpdated: '2026-11-21T15:40:00.000Z',
};

/** HighLevel's answer for the object with its fields. */
export function schema(fields: readonly object[] = FIELDS) {
  return highLevel()
    .get(`/objects/${OBJECT_KEY}`)
    .query({ locationId: LOCATION_ID, fetchProperties: 'true' })
    .reply(200, { object: KIND, cache: false, fields });
}

/** HighLevel's answer for the list of objects. */
export function objects() {
  return highLevel()
    .get('/objects/')
    .query({ locationId: LOCATION_ID })
    .reply(200, {
      objects: [
        { ...KIND, standard: true, key: 'contact', labels: { singular: 'Contact' } },
        KIND,
        {
          ...KIND,
          id: '661c06b4ffde146bdb469443',
          key: 'custom_objects.pet',
          labels: { singular: 'Pet', plural: 'Pets' },
        },
      ],
    });
}

/** The owner's name. */
export function owner() {
  return highLevel()
    .get(`/users/${OWNER_ID}`)
    .reply(200, { id: OWNER_ID, name: 'Sam Agent', email: 'sam@example.com' });
}

/** HighLevel's answer to a search of records. */
export function found(records: readonly object[], body: object = {}, objectKey = OBJECT_KEY) {
  return highLevel()
    .post(`/objects/${objectKey}/records/search`, {
      locationId: LOCATION_ID,
      page: 1,
      pageLimit: 100,
      sort: [{ field: 'createdAt', direction: 'desc' }],
      ...body,
    })
    .reply(200, { records, total: records.length });
}

/** The values of RECORD, as steps return them. */
export const VALUES = {
  event: 'Spring Conference',
  seats: 2,
  price: 49.5,
  price_currency: 'default',
  ticket: 'Early Bird',
  meals: ['Lunch', 'Dinner, Late'],
  event_date: '2027-03-05',
  badge: ['https://files.example.com/badge.png'],
  checklist__before: 'Print badge',
};
