import type { Bundle, ZObject } from 'zapier-platform-core';

import { propertiesIn } from '../../resources/object_record.ts';
import type { RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { invalid, notFound } from '../inputs/refusal.ts';
import { propertiesFrom, withOwnCurrencies } from './field_inputs.ts';
import { rawRecord, readRecords, recordIn, recordsPath, type ObjectRecord } from './records.ts';
import { schemaOf, type ObjectSchema } from './schema.ts';

/** What steps write of a record. */
export interface RecordInput {
  objectKey: string;
  /** The user who owns it. */
  owner?: string;
  followers?: string[];
  /** The object's own fields, by the keys of their input fields. */
  [field: string]: unknown;
}

/** Creates a record of a custom object. @throws errors.Error where none of its fields is filled in */
export async function createRecord(
  z: ZObject,
  bundle: Bundle,
  input: RecordInput,
): Promise<ObjectRecord> {
  const schema = await schemaOf(z, bundle, input.objectKey);
  const { properties } = propertiesFrom(bundle, schema, input);
  if (Object.keys(properties).length === 0) {
    throw invalid(
      `Nothing to create: no field of the custom object ${schema.singular} is filled in.`,
      'Fill in at least the one that names the record. If you see no fields, choose "Custom Object" and refresh the fields.',
    );
  }
  const { data } = await send(z, {
    method: 'POST',
    url: recordsPath(schema.key),
    body: { locationId: locationOf(bundle), properties, ...peopleIn(input) },
  });
  return answered(z, bundle, schema, recordIn(data));
}

/**
 * Changes a record; what is not given stays.
 *
 * @throws errors.Error when nothing is given
 */
export async function updateRecord(
  z: ZObject,
  bundle: Bundle,
  recordId: string,
  input: RecordInput,
): Promise<ObjectRecord> {
  const schema = await schemaOf(z, bundle, input.objectKey);
  const written = propertiesFrom(bundle, schema, input);
  const people = peopleIn(input);
  if (Object.keys({ ...written.properties, ...people }).length === 0) {
    throw nothingToChange({ besides: 'Record' });
  }
  const properties =
    written.withoutCurrency.length === 0
      ? written.properties
      : withOwnCurrencies(written, await propertiesOf(z, bundle, schema, recordId));
  const { data } = await send(z, {
    method: 'PUT',
    url: recordsPath(schema.key, recordId),
    params: { locationId: locationOf(bundle) },
    body: { properties, ...people },
  });
  return answered(z, bundle, schema, recordIn(data));
}

/** Deletes a record, and its links with it. */
export async function deleteRecord(
  z: ZObject,
  bundle: Bundle,
  objectKey: string,
  recordId: string,
): Promise<void> {
  await send(z, {
    method: 'DELETE',
    url: recordsPath(objectKey, recordId),
    params: { locationId: locationOf(bundle) },
    mayBeEmpty: true,
  });
}

function peopleIn({ owner, followers }: RecordInput): RawRecord {
  return { ...(owner !== undefined && { owner: [owner] }), ...(followers && { followers }) };
}

async function propertiesOf(
  z: ZObject,
  bundle: Bundle,
  schema: ObjectSchema,
  recordId: string,
): Promise<RawRecord> {
  const raw = await rawRecord(z, bundle, schema.key, recordId);
  if (!raw) throw notFound({ what: schema.singular, label: 'Record', id: recordId });
  return propertiesIn(raw['properties']);
}

async function answered(
  z: ZObject,
  bundle: Bundle,
  schema: ObjectSchema,
  raw: RawRecord,
): Promise<ObjectRecord> {
  const [record] = await readRecords(z, bundle, schema, [raw]);
  if (record) return record;
  throw new TypeError('One record was read, and none came back.');
}
