import type { Bundle, ZObject } from 'zapier-platform-core';

import { propertiesIn } from '../../resources/object_record.ts';
import { toList, toText, type RawRecord } from '../../resources/values.ts';
import { countryOf } from '../connection/location_facts.ts';
import { bothOrNone, exactlyOne } from '../inputs/alternatives.ts';
import { isSameName, quoted } from '../inputs/characters.ts';
import { readInputs } from '../inputs/inputs.ts';
import { nationalReader } from '../inputs/phone.ts';
import { invalid } from '../inputs/refusal.ts';
import { nextPageWith } from '../operations/pages.ts';
import { UNSEARCHABLE } from './choices.ts';
import { comparable, typeOf } from './field_types.ts';
import { valueInputOf } from './field_inputs.ts';
import { FIRST_PAGE, rawRecord, readRecords, searchRecords, type ObjectRecord } from './records.ts';
import { schemaOf, type ObjectField, type ObjectSchema } from './schema.ts';

/**
 * The field that a step names by its property, its name or its ID.
 *
 * @throws errors.Error that lists the fields, for one that the object does not have or that cannot be
 *   searched
 */
export function fieldNamed(schema: ObjectSchema, typed: string, label: string): ObjectField {
  const found = schema.fields.find(
    ({ id, property, name }) => property === typed || id === typed || isSameName(name, typed),
  );
  if (found && !UNSEARCHABLE.includes(found.dataType)) return found;
  const names = schema.fields
    .filter(({ dataType }) => !UNSEARCHABLE.includes(dataType))
    .map(({ name }) => name);
  throw invalid(
    `"${label}" cannot be ${quoted(typed)}: the custom object ${schema.singular} has no such field that can be searched.`,
    `Choose one of these: ${names.join(', ')}.`,
  );
}

/** A value as HighLevel keeps it for a field: a choice by its key, a day, a number. */
export async function readValue(
  z: ZObject,
  bundle: Bundle,
  field: ObjectField,
  typed: string,
  label: string,
): Promise<unknown> {
  const input = { ...valueInputOf(field), key: 'value', label };
  const isPhone = typeOf(field).word === 'phone';
  const country = isPhone ? await countryOf(z, bundle) : null;
  const { value } = readInputs(
    [input],
    { value: typed },
    {
      timezone: bundle.meta.timezone,
      nationalPhone: nationalReader(country),
    },
  );
  return value;
}

/** Whether a record has exactly a value: HighLevel's search may find more. */
export function hasValue(raw: RawRecord, { property }: ObjectField, value: unknown): boolean {
  const found = toList(comparable(propertiesIn(raw['properties'])[property]));
  return toList(value).every((wanted) =>
    found.some((one) =>
      typeof wanted === 'number'
        ? Number(one) === wanted
        : isSameName(toText(one) ?? '', toText(wanted) ?? ''),
    ),
  );
}

/** What a step looks for one record by. */
export interface RecordCriteria {
  objectKey: string;
  recordId?: string;
  field?: string;
  value?: string;
  query?: string;
}

/**
 * Records by ID, by a field's whole value, or by words: the newest first.
 *
 * @param token the token of a page that this function gave before
 * @throws errors.Error where they are asked for in no way, or in more than one
 */
export async function findRecords(
  z: ZObject,
  bundle: Bundle,
  { objectKey, recordId, field, value, query }: RecordCriteria,
  token = FIRST_PAGE,
): Promise<{ records: ObjectRecord[]; next: string | null }> {
  bothOrNone({ Field: field, Value: value });
  exactlyOne({ Field: field, 'Search Text': query, Record: recordId });
  const schema = await schemaOf(z, bundle, objectKey);
  if (recordId !== undefined) {
    const raw = await rawRecord(z, bundle, schema.key, recordId);
    return { records: await readRecords(z, bundle, schema, raw ? [raw] : []), next: null };
  }
  const search = { query, ...(await filterFor(z, bundle, schema, { field, value })) };
  const { entries, next } = await nextPageWith(
    bundle,
    token,
    async (page) => {
      const { rows, next: following } = await searchRecords(z, bundle, schema.key, search, page);
      return { entries: rows, next: following };
    },
    search.holds,
  );
  return { records: await readRecords(z, bundle, schema, entries), next };
}

/** What HighLevel is asked for, and whether a record of its answer has exactly the value. */
async function filterFor(
  z: ZObject,
  bundle: Bundle,
  schema: ObjectSchema,
  { field, value }: Pick<RecordCriteria, 'field' | 'value'>,
) {
  if (field === undefined || value === undefined) return { filters: [], holds: () => true };
  const named = fieldNamed(schema, field, 'Field');
  const wanted = await readValue(z, bundle, named, value, 'Value');
  return {
    filters: [{ field: `properties.${named.property}`, operator: 'eq', value: wanted }],
    holds: (raw: RawRecord) => hasValue(raw, named, wanted),
  };
}
