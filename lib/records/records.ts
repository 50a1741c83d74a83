import type { Bundle, ZObject } from 'zapier-platform-core';
import type * as zod from 'zod';

import type { Resource } from '../../resources/define.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { type ApiRequest, isBlank, send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { stepOf } from '../http/step_context.ts';
import { GONE } from './details.ts';
import { nothingToChange } from '../inputs/alternatives.ts';

/** What is done with records of a kind: in the query of what is read or deleted, else in the body. */
type RecordCall = 'get' | 'list' | 'create' | 'update' | 'delete';

/** Where HighLevel keeps the records of a kind, and how it wraps them. */
export interface Place {
  /** Their path, by the tag `path`, with a slash at its end where HighLevel has one; the one of a record is below it. */
  path: string;
  /** The key that an answer with one record wraps it in, where it does. */
  one?: string;
  /** The key of the list in an answer with several. */
  many?: string;
  /** The calls that want the sub-account's ID: HighLevel refuses unknown properties in the others. */
  withLocation?: readonly RecordCall[];
  /** Whether these calls name the sub-account `altId`, with an `altType` beside it. */
  isAlt?: boolean;
  /** What is known of every record here and answers leave out, such as the contact. */
  known?: Readonly<RawRecord>;
}

/** The calls that are the same for every kind of record. Those of a kind alone are its area's. */
export interface Records<Schema extends zod.ZodObject> {
  /** The record with an ID, or undefined where HighLevel has none (any longer). */
  get(z: ZObject, bundle: Bundle, id: string): Promise<zod.output<Schema> | undefined>;
  /** What a list request answers. */
  list(z: ZObject, bundle: Bundle, params?: RawRecord): Promise<zod.output<Schema>[]>;
  /** The same, and none where what they belong to is gone. */
  listIfThere(z: ZObject, bundle: Bundle, params?: RawRecord): Promise<zod.output<Schema>[]>;
  create(z: ZObject, bundle: Bundle, body: RawRecord): Promise<zod.output<Schema>>;
  /**
   * Changes a record; what is not given stays.
   *
   * @throws errors.Error when nothing is given
   */
  update(z: ZObject, bundle: Bundle, id: string, changes: RawRecord): Promise<zod.output<Schema>>;
  /** Deletes a record. @returns HighLevel's answer */
  delete(z: ZObject, bundle: Bundle, id: string): Promise<RawRecord>;
  /** Any other request that is answered with one of these records. */
  call(z: ZObject, bundle: Bundle, request: ApiRequest): Promise<zod.output<Schema>>;
  /** The record in an answer. */
  readOne(bundle: Bundle, data: unknown): zod.output<Schema>;
  /** The records in an answer. */
  readMany(bundle: Bundle, data: unknown): zod.output<Schema>[];
}

/**
 * The records of a kind at one place of HighLevel's API. The sub-account is put into each of them
 * here, since answers leave it out.
 */
export function defineRecords<Schema extends zod.ZodObject>(
  resource: Resource<Schema>,
  { path: folder, one, many, withLocation = [], isAlt = false, known = {} }: Place,
): Records<Schema> {
  const urlOf = (id: string) => folder.replace(/\/$/, '') + path`/${id}`;
  const place = (bundle: Bundle, call: RecordCall): RawRecord => {
    if (!withLocation.includes(call)) return {};
    return isAlt ? altOf(bundle) : { locationId: locationOf(bundle) };
  };
  const read = (bundle: Bundle, raw: RawRecord) =>
    resource.parse({ locationId: locationOf(bundle), ...known, ...withoutGaps(raw) });

  const records: Records<Schema> = {
    async get(z, bundle, id) {
      const params = place(bundle, 'get');
      const { status, data } = await send(z, { url: urlOf(id), params, expected: GONE });
      return status < 400 ? records.readOne(bundle, data) : undefined;
    },
    async list(z, bundle, params = {}) {
      const { data } = await send(z, {
        url: folder,
        params: { ...place(bundle, 'list'), ...params },
      });
      return records.readMany(bundle, data);
    },
    async listIfThere(z, bundle, params = {}) {
      const { status, data } = await send(z, {
        url: folder,
        params: { ...place(bundle, 'list'), ...params },
        expected: GONE,
      });
      return status < 400 ? records.readMany(bundle, data) : [];
    },
    create: (z, bundle, body) =>
      records.call(z, bundle, {
        method: 'POST',
        url: folder,
        body: { ...place(bundle, 'create'), ...body },
      }),
    update: (z, bundle, id, changes) => {
      if (isBlank(changes)) throw nothingChanged(bundle);
      return records.call(z, bundle, {
        method: 'PUT',
        url: urlOf(id),
        body: { ...place(bundle, 'update'), ...changes },
      });
    },
    delete: (z, bundle, id) => deleteAt(z, urlOf(id), place(bundle, 'delete')),
    async call(z, bundle, request) {
      return records.readOne(bundle, (await send(z, request)).data);
    },
    readOne(bundle, data) {
      const raw = toRecord(data);
      const inside = one === undefined ? undefined : raw[one];
      return read(bundle, isRecord(inside) ? inside : raw);
    },
    readMany: (bundle, data) =>
      toList(many === undefined ? data : toRecord(data)[many])
        .filter(isRecord)
        .map((raw) => read(bundle, raw)),
  };
  return records;
}

/** The sub-account as requests about invoices, payments and files name it. */
export function altOf(bundle: Bundle): { altId: string; altType: 'location' } {
  return { altId: locationOf(bundle), altType: 'location' };
}

/** Deletes the record at a path. @returns HighLevel's answer */
export async function deleteAt(
  z: ZObject,
  url: string,
  params: RawRecord = {},
): Promise<RawRecord> {
  const { data } = await send(z, { method: 'DELETE', url, params, mayBeEmpty: true });
  return toRecord(data);
}

/** The error for an update without changes, with the labels of the fields that would be some. */
function nothingChanged(bundle: Bundle): Error {
  const { labels } = stepOf(bundle);
  const empty = Object.keys(labels).filter((key) => bundle.inputData[key] === undefined);
  return nothingToChange(empty.map((key) => labels[key] ?? key));
}
