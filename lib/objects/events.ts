import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { objectRecordItem } from '../../resources/object_record.ts';
import { propertiesIn } from '../../resources/object_record.ts';
import { isRecord, toText, type RawRecord } from '../../resources/values.ts';
import { jsonIn } from '../http/json.ts';
import { objectField, ownerField } from './fields.ts';
import * as hydrators from './hydrators.ts';
import { described, rawRecord, searchRecords } from './records.ts';
import { schemaOf, type ObjectSchema } from './schema.ts';

/** What the events of records may be asked for. */
export const eventFilters = defineInputFields([
  { ...objectField, required: true },
  { ...ownerField, helpText: 'Only records of this owner. Leave blank for any.' },
]);

/** Whether a person asked for a record. */
export function isAskedFor(
  entry: { ownerId: string | null },
  { owner }: { owner?: string },
): boolean {
  return owner === undefined || owner === entry.ownerId;
}

/**
 * An event of a record where it is one of the chosen custom object. HighLevel's documented event does
 * not say which object it is of: then the record is looked for among those of the chosen one.
 */
export async function ofChosenObject(
  z: ZObject,
  bundle: Bundle,
  event: RawRecord,
): Promise<RawRecord | undefined> {
  const objectKey = await keyOf(z, bundle);
  const said = toText(event['objectKey']);
  if (said !== null) return said === objectKey ? event : undefined;
  const recordId = toText(event['id']) ?? '';
  const found = await rawRecord(z, bundle, objectKey, recordId);
  return found && { ...event, objectKey };
}

/** What the required field names, which is read before anything of this runs. */
function chosenIn({ inputData }: Bundle): string {
  return toText(inputData['objectKey']) ?? '';
}

/** A mapped ID of an object in place of its key costs a request. */
async function keyOf(z: ZObject, bundle: Bundle): Promise<string> {
  const objectKey = chosenIn(bundle);
  return objectKey.includes('.') ? objectKey : (await schemaOf(z, bundle, objectKey)).key;
}

/**
 * The event of a deleted record, where it is one of the chosen custom object, with its values by type:
 * nothing more can be read of it. Where the event does not say which object it is of, its values do:
 * the object must have a field for each.
 */
export async function deletedOfChosenObject(
  z: ZObject,
  bundle: Bundle,
  event: RawRecord,
): Promise<RawRecord | undefined> {
  const said = toText(event['objectKey']);
  if (said !== null && said !== (await keyOf(z, bundle))) return undefined;
  const schema = await schemaOf(z, bundle, chosenIn(bundle));
  return said !== null || hasFieldsFor(schema, event)
    ? asDeleted(bundle, schema, event)
    : undefined;
}

function hasFieldsFor({ fields }: ObjectSchema, event: RawRecord): boolean {
  return Object.keys(propertiesIn(event['properties'])).every((key) =>
    fields.some(({ property }) => property === key.split('.', 1)[0]),
  );
}

/** What is left to say of a record that is gone. */
function asDeleted(bundle: Bundle, schema: ObjectSchema, raw: RawRecord): RawRecord {
  const properties = Object.fromEntries(
    Object.entries(propertiesIn(raw['properties'])).map(([key, value]) => [key, unpacked(value)]),
  );
  const { fields, valuesText, objectKey } = described(
    bundle,
    schema,
    { ...raw, properties },
    () => null,
  );
  return { ...raw, fields, valuesText, objectKey };
}

/** An event has every value as text: lists, money and files as JSON. */
function unpacked(value: unknown): unknown {
  const read: unknown = typeof value === 'string' && /^\s*[[{]/.test(value) ? jsonIn(value) : value;
  return isRecord(read) || Array.isArray(read) ? read : value;
}

/** A record with the pointer to its typed values. */
export function withPointers(z: ZObject, entry: RecordOf<typeof objectRecordItem>) {
  const { id: recordId, objectKey } = entry;
  return { ...entry, record: z.dehydrate(hydrators.objectRecord, { recordId, objectKey }) };
}

const EXAMPLES = 20;

/** Records for a test in the editor, the latest first. */
export function someRecords(sortedBy: 'createdAt' | 'updatedAt') {
  return async (z: ZObject, bundle: Bundle): Promise<RawRecord[]> => {
    const objectKey = await keyOf(z, bundle);
    const sort = { field: sortedBy, direction: 'desc' } as const;
    const { rows } = await searchRecords(z, bundle, objectKey, { sort }, undefined, EXAMPLES);
    return rows.map((row) => ({ objectKey, ...row }));
  };
}

/** The same as they would be told of if they were deleted. */
export async function someDeleted(z: ZObject, bundle: Bundle): Promise<RawRecord[]> {
  const schema = await schemaOf(z, bundle, chosenIn(bundle));
  const rows = await someRecords('updatedAt')(z, bundle);
  return rows.map((row) => asDeleted(bundle, schema, row));
}
