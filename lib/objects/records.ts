import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { objectRecord, propertiesIn } from '../../resources/object_record.ts';
import {
  isRecord,
  toList,
  toNumber,
  toRecord,
  toText,
  toTexts,
  type RawRecord,
} from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { GONE } from '../records/details.ts';
import { usersByIds } from '../users/users.ts';
import { outputsOf, valuesOf } from './field_types.ts';
import type { ObjectSchema } from './schema.ts';

export type ObjectRecord = RecordOf<typeof objectRecord>;

/** The path of an object's records, or of one of them. */
export function recordsPath(objectKey: string, recordId?: string): string {
  return recordId === undefined
    ? path`/objects/${objectKey}/records`
    : path`/objects/${objectKey}/records/${recordId}`;
}

/** A record as HighLevel sends it; undefined where it has none (any longer). */
export async function rawRecord(
  z: ZObject,
  bundle: Bundle,
  objectKey: string,
  recordId: string,
): Promise<RawRecord | undefined> {
  const { status, data } = await send(z, {
    url: recordsPath(objectKey, recordId),
    params: { locationId: locationOf(bundle) },
    expected: GONE,
  });
  return GONE.includes(status) ? undefined : recordIn(data);
}

/** The record in an answer, in or out of its wrapping. */
export function recordIn(data: unknown): RawRecord {
  const answer = toRecord(data);
  const { record: inside } = answer;
  return isRecord(inside) ? inside : answer;
}

/** What records are searched by: HighLevel's filters, all of which have to hold. */
export interface RecordSearch {
  query?: string;
  filters?: readonly object[];
  sort?: { field: string; direction: 'asc' | 'desc' };
}

/** A page of records as HighLevel sends them, how many there are in all, and the next page's token. */
export interface RecordPage {
  rows: RawRecord[];
  total: number;
  next: string | null;
}

export const FIRST_PAGE = '1';

const PAGE_SIZE = 100;
const NEWEST_FIRST = { field: 'createdAt', direction: 'desc' } as const;

/**
 * Records of an object, the newest first if not said otherwise. HighLevel's index lags some seconds
 * behind a write.
 *
 * @param token the token of a page that this function gave before
 */
export async function searchRecords(
  z: ZObject,
  bundle: Bundle,
  objectKey: string,
  { query, filters = [], sort = NEWEST_FIRST }: RecordSearch,
  token = FIRST_PAGE,
  pageLimit = PAGE_SIZE,
): Promise<RecordPage> {
  const page = Number(token);
  const { data } = await send(z, {
    method: 'POST',
    url: path`/objects/${objectKey}/records/search`,
    body: {
      // In the body: HighLevel refuses it in the query.
      locationId: locationOf(bundle),
      page,
      pageLimit,
      query,
      ...(filters.length > 0 && { filters }),
      sort: [sort],
    },
    repeatable: true,
  });
  const answer = toRecord(data);
  const rows = toList(answer['records']).filter(isRecord);
  return {
    rows,
    total: toNumber(answer['total']) ?? rows.length,
    next: rows.length < pageLimit ? null : String(page + 1),
  };
}

/**
 * Records as steps return them: with their values by type, the labels of choices, and the names of
 * their owners. One request at most, for these.
 */
export async function readRecords(
  z: ZObject,
  bundle: Bundle,
  schema: ObjectSchema,
  raws: readonly RawRecord[],
): Promise<ObjectRecord[]> {
  const nameOf = await ownerNames(z, bundle, raws);
  return raws.map((raw) => objectRecord.parse(described(bundle, schema, raw, nameOf)));
}

/** The names of the owners of records, by their IDs. */
export async function ownerNames(
  z: ZObject,
  bundle: Bundle,
  raws: readonly RawRecord[],
): Promise<(ownerId: unknown) => string | null> {
  const owners = raws.flatMap((raw) => toTexts(raw['owner']).slice(0, 1));
  const users = await usersByIds(z, bundle, owners);
  return (ownerId) => users.find(({ id }) => id === ownerId)?.name ?? null;
}

/** A record with what its object's schema says of it. */
export function described(
  bundle: Bundle,
  schema: ObjectSchema,
  raw: RawRecord,
  nameOf: (ownerId: unknown) => string | null,
): RawRecord {
  const properties = propertiesIn(raw['properties']);
  const fields = Object.fromEntries(
    schema.fields.flatMap((field) => Object.entries(valuesOf(field, properties))),
  );
  return {
    ...raw,
    locationId: locationOf(bundle),
    objectKey: schema.key,
    objectName: schema.singular,
    name: nameIn(schema, raw),
    fields,
    valuesText: asText(schema, fields),
    ownerName: nameOf(toTexts(raw['owner'])[0]),
  };
}

/** What a record is called: the value of its object's primary property. */
export function nameIn({ primary }: Pick<ObjectSchema, 'primary'>, raw: RawRecord): string | null {
  return toText(propertiesIn(raw['properties'])[primary]);
}

/** One line for each field that is filled in: `Ticket: Student`. */
function asText(schema: ObjectSchema, fields: RawRecord): string | null {
  const lines = schema.fields
    .flatMap(outputsOf)
    .map(({ key, label }) => ({ label, value: toList(fields[key]).map(String).join(', ') }))
    .filter(({ value }) => value !== '')
    .map(({ label, value }) => `${label}: ${value}`);
  return lines.join('\n') || null;
}
