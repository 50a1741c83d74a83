import { newBusiness } from '../state/businesses.ts';
import type { Store } from '../state/store.ts';
import { addAgent } from './marketing.ts';
import { addObject, addStandardObjects, origin } from './objects.ts';
import { seedSmallCommerce, type SmallPlace } from './small-commerce.ts';

const DAY = 86_400_000;
const VISIT = 'custom_objects.visit';

/** A custom object that is named after the place, with a record that belongs to its first contact. */
function seedSmallObjects(store: Store, place: SmallPlace, now: number): void {
  const { locationId, name, userId, contactIds, id } = place;
  const [contactId = ''] = contactIds;
  addStandardObjects(store, locationId, id, now);
  const labels = { singular: `${name} Visit`, plural: `${name} Visits` };
  addObject(
    store,
    { locationId, key: VISIT, labels },
    [
      ['Name', 'name', 'TEXT'],
      ['Day', 'day', 'DATE'],
      ['Kind', 'kind', 'RADIO', ['Trial', 'Regular']],
    ],
    id,
    now,
  );
  const by = origin(userId, now - DAY);
  const record = store.objectRecords.add({
    id: id('record'),
    locationId,
    objectKey: VISIT,
    owner: [userId],
    followers: [],
    properties: { name: `First visit to ${name}`, day: '2026-02-03', kind: 'trial' },
    createdBy: by,
    lastUpdatedBy: by,
    dateAdded: by.timestamp,
    dateUpdated: by.timestamp,
  });
  const association = store.associations.add({
    id: id('association'),
    locationId,
    key: 'visit_visitor',
    firstObjectKey: VISIT,
    firstObjectLabel: `${name} Visit`,
    secondObjectKey: 'contact',
    secondObjectLabel: 'Visitor',
    associationType: 'USER_DEFINED',
  });
  store.relations.add({
    id: id('relation'),
    locationId,
    associationId: association.id,
    firstRecordId: record.id,
    secondRecordId: contactId,
  });
  const business = newBusiness(id('business'), locationId, { name: `Friends of ${name}` }, by);
  store.objectRecords.add(business);
  const contact = store.contacts.get(contactId);
  if (contact) contact.businessId = business.id;
}

/** A folder, a link, a template and an agent. */
function seedSmallMarketing(store: Store, place: SmallPlace, now: number): void {
  const { locationId, name, userId, id } = place;
  store.mediaFiles.add({
    id: id('folder'),
    locationId,
    type: 'folder',
    name: `${name} Pictures`,
    size: 0,
    dateAdded: now,
    dateUpdated: now,
  });
  store.links.add({
    id: id('link'),
    locationId,
    name: `Book at ${name}`,
    redirectTo: 'https://shop.example.com/book',
  });
  store.emailTemplates.add({
    id: id('template'),
    locationId,
    name: `News from ${name}`,
    templateType: 'html',
    html: `<p>News from ${name}</p>`,
    isPlainText: false,
    archived: false,
    updatedBy: userId,
    dateAdded: now,
    dateUpdated: now,
  });
  addAgent(store, { id: id('agent'), locationId, name: `${name} Assistant` }, now);
}

/** A few records of each kind of a small sub-account, all of them named after it. */
export function seedSmallPlace(store: Store, place: SmallPlace, now: number): void {
  seedSmallCommerce(store, place, now);
  seedSmallObjects(store, place, now);
  seedSmallMarketing(store, place, now);
}
