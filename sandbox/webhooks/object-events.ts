import { associationDetail, relationDetail, schemaDetail } from '../api/object-views.ts';
import { iso } from '../api/views.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Association, ObjectRecord, ObjectSchema, Relation } from '../state/objects.ts';

export const RECORD_EVENTS = ['RecordCreate', 'RecordUpdate', 'RecordDelete'] as const;
export type RecordEvent = (typeof RECORD_EVENTS)[number];

export const RELATION_EVENTS = ['RelationCreate', 'RelationDelete'] as const;
export type RelationEvent = (typeof RELATION_EVENTS)[number];

export const SCHEMA_EVENTS = ['ObjectSchemaCreate', 'ObjectSchemaUpdate'] as const;
export type SchemaEvent = (typeof SCHEMA_EVENTS)[number];

export const ASSOCIATION_EVENTS = [
  'AssociationCreate',
  'AssociationUpdate',
  'AssociationDelete',
] as const;
export type AssociationEvent = (typeof ASSOCIATION_EVENTS)[number];

/** What the documents do not show of these events, and what was seen of them. */
const named = ({ settings }: Sandbox, more: Json): Json => (settings.catalogEventType ? more : {});

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A record with every property as a text. */
export const recordEvent = (sandbox: Sandbox, type: RecordEvent, record: ObjectRecord): Json => ({
  ...named(sandbox, { type, objectKey: record.objectKey }),
  id: record.id,
  locationId: record.locationId,
  owners: record.owner,
  followers: record.followers,
  properties: Object.entries(record.properties).map(([key, value]) => ({
    key,
    valueString: asText(value),
  })),
});

export const relationEvent = (sandbox: Sandbox, type: RelationEvent, relation: Relation): Json => ({
  ...named(sandbox, { type }),
  ...relationDetail(sandbox.store, relation),
});

export function schemaEvent(sandbox: Sandbox, type: SchemaEvent, object: ObjectSchema): Json {
  const { id, labels, description, primaryDisplayProperty, key, locationId } = schemaDetail(object);
  return {
    ...named(sandbox, { type }),
    id,
    labels,
    description,
    searchableProperties: object.searchableProperties,
    primaryDisplayProperty,
    key,
    locationId,
    updatedAt: iso(object.dateUpdated),
    createdAt: iso(object.dateAdded),
    objectType: 'USER_DEFINED',
  };
}

/** Of a changed or deleted association the events also tell how many of each there may be. */
export const associationEvent = (
  sandbox: Sandbox,
  type: AssociationEvent,
  association: Association,
): Json => ({
  ...named(sandbox, { type }),
  ...associationDetail(association),
  ...(type === 'AssociationCreate'
    ? {}
    : {
        firstObjectToSecondObjectCardinality: 'MANY_TO_MANY',
        secondObjectToFirstObjectCardinality: 'MANY_TO_MANY',
      }),
});

export const fireRecord = (sandbox: Sandbox, type: RecordEvent, record: ObjectRecord): void => {
  sandbox.webhooks.fire(recordEvent(sandbox, type, record));
};

export const fireRelation = (sandbox: Sandbox, type: RelationEvent, relation: Relation): void => {
  sandbox.webhooks.fire(relationEvent(sandbox, type, relation));
};
