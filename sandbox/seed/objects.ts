import { newBusiness } from '../state/businesses.ts';
import { seededObjectId } from '../state/ids.ts';
import {
  BUSINESS,
  type FieldType,
  type ObjectRecord,
  type ObjectSchema,
} from '../state/objects.ts';
import type { Origin } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { contactId } from './contacts.ts';
import { HARBOUR } from './ids.ts';
import { PEOPLE } from './people.ts';
import { userId } from './users.ts';

const DAY = 86_400_000;

/** Name, key, type, and the names of its choices. */
export type FieldDraft = readonly [string, string, FieldType, (readonly string[])?];

export const TREATMENT = 'custom_objects.treatment';
export const REGISTRATION = 'custom_objects.registration';

export const treatmentId = (index: number): string => seededObjectId(`treatment:${String(index)}`);
export const businessId = (index: number): string => seededObjectId(`business:${String(index)}`);
export const associationId = (key: string): string => seededObjectId(`association:${key}`);

export const origin = (sourceId: string, timestamp: number): Origin => ({
  source: 'WEB_USER',
  channel: 'APP',
  sourceId,
  timestamp,
});

const keyOf = (label: string): string => label.toLowerCase().replace(/[^a-z0-9]+/g, '_');

/** Adds an object of a sub-account with its fields; the first of them names its records. */
export function addObject(
  store: Store,
  object: Pick<ObjectSchema, 'locationId' | 'key' | 'labels'> & { standard?: boolean },
  fields: readonly FieldDraft[],
  id: (label: string) => string,
  at: number,
): void {
  const { locationId, key, labels, standard = false } = object;
  const primary = `${key}.${fields[0]?.[1] ?? 'name'}`;
  store.objects.add({
    id: id(`object:${key}`),
    locationId,
    key,
    standard,
    labels,
    primaryDisplayProperty: primary,
    searchableProperties: [primary],
    dateAdded: at,
    dateUpdated: at,
  });
  for (const [name, own, dataType, choices] of fields) {
    store.objectFields.add({
      id: id(`field:${key}.${own}`),
      locationId,
      objectKey: key,
      name,
      fieldKey: `${key}.${own}`,
      dataType,
      parentId: id(`folder:${key}`),
      ...(choices ? { options: choices.map((label) => ({ key: keyOf(label), label })) } : {}),
      ...(dataType === 'FILE_UPLOAD' ? { maxFileLimit: 2 } : {}),
      dateAdded: at,
    });
  }
}

const BUSINESS_FIELDS: readonly FieldDraft[] = [
  ['Name', 'name', 'TEXT'],
  ['Phone', 'phone', 'PHONE'],
  ['Email', 'email', 'TEXT'],
  ['Website', 'website', 'TEXT'],
  ['Address', 'address', 'TEXT'],
  ['City', 'city', 'TEXT'],
  ['Postal Code', 'postalCode', 'TEXT'],
  ['State', 'state', 'TEXT'],
  ['Country', 'country', 'TEXT'],
  ['Description', 'description', 'LARGE_TEXT'],
];

/** Adds what every sub-account has: the three standard objects, and how two of them belong together. */
export function addStandardObjects(
  store: Store,
  locationId: string,
  id: (label: string) => string,
  at: number,
): void {
  for (const [key, singular, plural, fields] of [
    ['contact', 'Contact', 'Contacts', [['Name', 'name', 'TEXT']]],
    ['opportunity', 'Opportunity', 'Opportunities', [['Name', 'name', 'TEXT']]],
    [BUSINESS, 'Company', 'Companies', BUSINESS_FIELDS],
  ] as const) {
    const object = { locationId, key, labels: { singular, plural }, standard: true };
    addObject(store, object, fields, id, at);
  }
  store.associations.add({
    id: id('association:system'),
    locationId,
    key: 'OPPORTUNITIES_CONTACTS_ASSOCIATION',
    firstObjectKey: 'opportunity',
    firstObjectLabel: 'Opportunity',
    secondObjectKey: 'contact',
    secondObjectLabel: 'Contact',
    associationType: 'SYSTEM_DEFINED',
  });
}

/** A field of every type. */
const TREATMENT_FIELDS: readonly FieldDraft[] = [
  ['Name', 'name', 'TEXT'],
  ['Plan', 'plan', 'LARGE_TEXT'],
  ['Sessions', 'sessions', 'NUMERICAL'],
  ['Laboratory', 'laboratory', 'PHONE'],
  ['Estimated Cost', 'estimated_cost', 'MONETORY'],
  ['Materials', 'materials', 'CHECKBOX', ['Ceramic', 'Composite', 'Gold']],
  ['Stage', 'stage', 'SINGLE_OPTIONS', ['Planned', 'In Progress', 'Finished']],
  [
    'Teeth',
    'teeth',
    'MULTIPLE_OPTIONS',
    ['Upper Left', 'Upper Right', 'Lower Left', 'Lower Right'],
  ],
  ['Start Date', 'start_date', 'DATE'],
  ['Checklist', 'checklist', 'TEXTBOX_LIST', ['Before', 'After']],
  ['X-Rays', 'x_rays', 'FILE_UPLOAD'],
  ['Urgency', 'urgency', 'RADIO', ['Low', 'High']],
];

const REGISTRATION_FIELDS: readonly FieldDraft[] = [
  ['Event', 'event', 'TEXT'],
  ['Ticket', 'ticket', 'SINGLE_OPTIONS', ['Standard', 'Student']],
  ['Price', 'price', 'MONETORY'],
  ['Event Date', 'event_date', 'DATE'],
];

const money = (value: number): object => ({ currency: 'default', value });

/** Whose treatment it is, and its properties. */
const TREATMENTS: readonly (readonly [number, ObjectRecord['properties']])[] = [
  [
    0,
    {
      name: 'Braces for Anna',
      plan: 'Two years, a visit each month.',
      sessions: 24,
      laboratory: '+16175550177',
      estimated_cost: money(5200.5),
      materials: ['ceramic', 'gold'],
      stage: 'in_progress',
      teeth: ['upper_left', 'upper_right'],
      start_date: '2026-03-02',
      'checklist.before': 'Clean',
      'checklist.after': 'Photograph',
      x_rays: [{ url: '/files/seed/leaking-tap.png' }],
      urgency: 'low',
    },
  ],
  [2, { name: 'Crown for Sofia', sessions: 2, stage: 'planned', estimated_cost: money(890) }],
  [3, { name: 'Whitening for Jonas', stage: 'finished', start_date: '2026-01-15' }],
];

function seedTreatments(store: Store, now: number): void {
  const join = (key: string, labels: readonly [string, string], second: string): void => {
    store.associations.add({
      id: associationId(key),
      locationId: HARBOUR,
      key,
      firstObjectKey: key.startsWith('registration') ? REGISTRATION : TREATMENT,
      firstObjectLabel: labels[0],
      secondObjectKey: second,
      secondObjectLabel: labels[1],
      associationType: 'USER_DEFINED',
    });
  };
  join('treatment_patient', ['Treatment', 'Patient'], 'contact');
  join('treatment_payer', ['Treatment', 'Payer'], BUSINESS);
  join('registration_guest', ['Registration', 'Guest'], 'contact');
  TREATMENTS.forEach(([person, properties], index) => {
    const at = now - (index + 1) * DAY;
    const by = origin(userId('dana'), at);
    store.objectRecords.add({
      id: treatmentId(index),
      locationId: HARBOUR,
      objectKey: TREATMENT,
      owner: index === 0 ? [userId('dana')] : [],
      followers: [],
      properties,
      createdBy: by,
      lastUpdatedBy: by,
      dateAdded: at,
      dateUpdated: at,
    });
    store.relations.add({
      id: seededObjectId(`relation:treatment:${String(index)}`),
      locationId: HARBOUR,
      associationId: associationId('treatment_patient'),
      firstRecordId: treatmentId(index),
      secondRecordId: contactId(person),
    });
  });
}

/** Contacts before this one have a company only by its name. */
const FIRST_LINKED = 4;

/** Two custom objects, one with a field of every type; companies of the contacts that have one. */
export function seedObjects(store: Store, now: number): void {
  const at = now - 100 * DAY;
  addStandardObjects(store, HARBOUR, seededObjectId, at);
  const treatment = { singular: 'Treatment', plural: 'Treatments' };
  const registration = { singular: 'Registration', plural: 'Registrations' };
  addObject(
    store,
    { locationId: HARBOUR, key: TREATMENT, labels: treatment },
    TREATMENT_FIELDS,
    seededObjectId,
    at,
  );
  addObject(
    store,
    { locationId: HARBOUR, key: REGISTRATION, labels: registration },
    REGISTRATION_FIELDS,
    seededObjectId,
    at,
  );
  seedTreatments(store, now);
  PEOPLE.forEach(([, , name], index) => {
    if (name === '') return;
    const slug = name.toLowerCase().replace(/[^a-z]+/g, '');
    const details = {
      name,
      email: `office@${slug}.example.com`,
      phone: `+1617555${String(500 + index).padStart(4, '0')}`,
      website: `https://${slug}.example.com`,
      city: 'Boston',
      state: 'MA',
      country: 'US',
    };
    const by = origin(userId('dana'), at + index * 60_000);
    store.objectRecords.add(newBusiness(businessId(index), HARBOUR, details, by));
    const contact = store.contacts.get(contactId(index));
    if (contact && index >= FIRST_LINKED) contact.businessId = businessId(index);
  });
}
