import type { Bundle, ZObject } from 'zapier-platform-core';

import type { OutputField } from '../../resources/derive.ts';
import { objectRecordList } from '../../resources/object_record.ts';
import type { RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { equalTo, inRange } from '../http/search_filters.ts';
import { readPeriod } from '../inputs/dates.ts';
import { gather } from '../operations/pages.ts';
import { chosenSchema } from './choices.ts';
import { conditionsOf, type ConditionInput } from './conditions.ts';
import { outputsOf } from './field_types.ts';
import { FIRST_PAGE, readRecords, searchRecords, type ObjectRecord } from './records.ts';
import { schemaOf } from './schema.ts';

/** Which records, in which order, and how many. Dates are ISO 8601. */
export interface RecordListInput extends ConditionInput {
  objectKey: string;
  query?: string;
  owner?: string;
  createdAfter?: string;
  createdBefore?: string;
  updatedAfter?: string;
  updatedBefore?: string;
  order?: string;
  limit?: number;
}

const DEFAULT_LIMIT = 100;

/** So many pages of 100 are looked through. */
const LIMITS = { mostPages: 10, pageMs: 6_000 };

const NEWEST_FIRST = { field: 'createdAt', direction: 'desc' } as const;

const ORDERS: Readonly<Record<string, { field: string; direction: 'asc' | 'desc' }>> = {
  oldest: { field: 'createdAt', direction: 'asc' },
  updated: { field: 'updatedAt', direction: 'desc' },
  stale: { field: 'updatedAt', direction: 'asc' },
};

/**
 * Records of a custom object as one text and as line items, with a column for each of its fields.
 *
 * @returns undefined where none fits
 */
export async function listRecords(z: ZObject, bundle: Bundle, input: RecordListInput) {
  const { objectKey, query, owner, order = '', limit = DEFAULT_LIMIT } = input;
  const dates = datesOf(input, bundle.meta.timezone);
  const schema = await schemaOf(z, bundle, objectKey);
  const conditions = await conditionsOf(z, bundle, schema, input);
  const search = {
    query,
    filters: [...conditions.map(({ filter }) => filter), ...equalTo({ owner }), ...dates],
    sort: ORDERS[order] ?? NEWEST_FIRST,
  };
  let total = 0;
  const { entries, isEnd } = await gather(
    bundle,
    FIRST_PAGE,
    async (token) => {
      const page = await searchRecords(z, bundle, schema.key, search, token);
      total = page.total;
      return page;
    },
    ({ rows }) => rows.filter((raw) => conditions.every(({ holds }) => holds(raw))),
    { ...LIMITS, most: limit },
  );
  const records = await readRecords(z, bundle, schema, entries.slice(0, limit));
  if (records.length === 0) return undefined;
  const list = objectRecordList.parse({
    id: locationOf(bundle),
    summary: records.map(lineOf).join('\n'),
    count: records.length,
    total: isEnd ? entries.length : total,
    hasMore: !isEnd || entries.length > records.length,
    objectName: schema.singular,
    records,
  });
  const columns = records.map(({ fields }) => columnsOf(fields));
  return { ...list, records: list.records.map((row, index) => ({ ...row, ...columns[index] })) };
}

function datesOf(input: RecordListInput, timezone: string | null | undefined) {
  const created = readPeriod(
    { label: 'Created After', time: input.createdAfter },
    { label: 'Created Before', time: input.createdBefore },
    timezone,
  );
  const updated = readPeriod(
    { label: 'Updated After', time: input.updatedAfter },
    { label: 'Updated Before', time: input.updatedBefore },
    timezone,
  );
  return [
    ...inRange('createdAt', created.startDate?.toISOString(), created.endDate?.toISOString()),
    ...inRange('updatedAt', updated.startDate?.toISOString(), updated.endDate?.toISOString()),
  ];
}

/** `Spring Conference: Ticket: Student, Price: 49.5` */
function lineOf({ name, valuesText }: ObjectRecord): string {
  const values = (valuesText ?? '').split('\n').filter((line) => !line.endsWith(`: ${name ?? ''}`));
  return [name ?? 'Record without a name', values.join(', ')].filter(Boolean).join(': ');
}

/** A line item has one value in each column. */
function columnsOf(fields: ObjectRecord['fields']): RawRecord {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      COLUMN + key,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
}

const COLUMN = 'field_';

/** Output fields for the columns of the custom object that the step names. */
export async function columnOutputs(z: ZObject, bundle: Bundle): Promise<OutputField[]> {
  const schema = await chosenSchema(z, bundle);
  return (schema?.fields ?? [])
    .flatMap(outputsOf)
    .map(({ key, label, type }) => ({ key: `records[]${COLUMN}${key}`, label, type }));
}
