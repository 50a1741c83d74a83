import type { Json } from '../http/errors.ts';
import type {
  Association,
  ObjectField,
  ObjectRecord,
  ObjectSchema,
  Relation,
} from '../state/objects.ts';
import type { Store } from '../state/store.ts';
import { originDetail } from './origin.ts';
import { iso } from './views.ts';

export const schemaDetail = (object: ObjectSchema): Json => ({
  id: object.id,
  standard: object.standard,
  key: object.key,
  labels: object.labels,
  description: object.description,
  locationId: object.locationId,
  primaryDisplayProperty: object.primaryDisplayProperty,
  dateAdded: iso(object.dateAdded),
  dateUpdated: iso(object.dateUpdated),
  type: object.standard ? 'SYSTEM_DEFINED' : 'USER_DEFINED',
});

export const fieldDetail = (field: ObjectField): Json => ({
  locationId: field.locationId,
  name: field.name,
  description: '',
  placeholder: '',
  showInForms: true,
  options: field.options,
  id: field.id,
  objectKey: field.objectKey,
  dataType: field.dataType,
  parentId: field.parentId,
  fieldKey: field.fieldKey,
  allowCustomOption: field.options ? false : undefined,
  maxFileLimit: field.maxFileLimit,
  dateAdded: iso(field.dateAdded),
  dateUpdated: iso(field.dateAdded),
});

/** A record that was asked for by its id, or written. */
export const recordDetail = (record: ObjectRecord): Json => ({
  id: record.id,
  owner: record.owner,
  followers: record.followers,
  properties: record.properties,
  dateAdded: iso(record.dateAdded),
  dateUpdated: iso(record.dateUpdated),
});

/** A record that was searched for: its dates have other names. */
export const recordRow = (store: Store, record: ObjectRecord): Json => ({
  id: record.id,
  owner: record.owner,
  followers: record.followers,
  properties: record.properties,
  createdAt: iso(record.dateAdded),
  updatedAt: iso(record.dateUpdated),
  locationId: record.locationId,
  objectId: store.objects.find(
    ({ key, locationId }) => key === record.objectKey && locationId === record.locationId,
  )?.id,
  objectKey: record.objectKey,
  createdBy: originDetail(record.createdBy),
  lastUpdatedBy: originDetail(record.lastUpdatedBy),
  searchAfter: [record.dateAdded, record.id],
});

export const associationDetail = (association: Association): Json => ({ ...association });

/** A relation with the objects that its association joins. */
export function relationDetail(store: Store, relation: Relation): Json {
  const association = store.associations.get(relation.associationId);
  return {
    id: relation.id,
    firstObjectKey: association?.firstObjectKey,
    firstRecordId: relation.firstRecordId,
    secondObjectKey: association?.secondObjectKey,
    secondRecordId: relation.secondRecordId,
    associationId: relation.associationId,
    locationId: relation.locationId,
  };
}
