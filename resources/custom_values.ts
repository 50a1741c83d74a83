import { toDay, toList, toRecord, toText, type RawRecord } from './values.ts';

/** The values of custom fields by the fields' IDs. @param list a record's `customFields` */
export function customValuesIn(list: unknown): RawRecord {
  return Object.fromEntries(toList(list).flatMap(customValueIn));
}

/**
 * A custom field's ID and value, or nothing where it has no ID. HighLevel's specifications spell the
 * value in three ways; in searches of opportunities its key ends in the type, and a date is in
 * milliseconds (highlevel-api-docs #87).
 */
function customValueIn(raw: unknown): [string, unknown][] {
  const entry = toRecord(raw);
  const key = toText(entry['id']);
  if (key === null) return [];
  const { value, fieldValue, field_value: written } = entry;
  return [[key, value ?? fieldValue ?? written ?? typedValueIn(entry)]];
}

function typedValueIn(entry: RawRecord): unknown {
  const [key, value] = Object.entries(entry).find(([name]) => name.startsWith('fieldValue')) ?? [];
  return key === 'fieldValueDate' && typeof value === 'number' ? toDay(value) : value;
}
