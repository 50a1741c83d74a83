import type { RawRecord } from '../../../resources/values.ts';
import type { Entries, Entry, FieldView, Row, Value } from '../../api/form.ts';

/** What an operation is given. */
export interface StepInput {
  inputData: RawRecord;
  /** As it stands in the editor, with `{{...}}` where a value comes from another step. */
  inputDataRaw: RawRecord;
}

/**
 * What Zapier hands to an operation for a filled-in form: each value as its field's type asks. A blank
 * field is missing, a field that an earlier step left empty is an empty text.
 *
 * @param found what search steps returned, by the keys of the fields that they fill
 */
export function inputOf(
  fields: readonly FieldView[],
  entries: Entries,
  found: Readonly<Record<string, string>> = {},
): StepInput {
  const inputData: RawRecord = {};
  const inputDataRaw: RawRecord = {};
  for (const field of fields) {
    const entry = entries[field.key];
    if (!entry) continue;
    const value = valueOf(field, entry, found[field.key]);
    if (value === undefined) continue;
    inputData[field.key] = value;
    inputDataRaw[field.key] = entry.from === 'typed' ? value : `{{1__${field.key}}}`;
  }
  return { inputData, inputDataRaw };
}

/** The labels of required fields that are blank. */
export function missingIn(fields: readonly FieldView[], { inputData }: StepInput): string[] {
  return fields
    .filter(({ isRequired, key }) => isRequired && isBlank(inputData[key]))
    .map(({ label }) => label);
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

function valueOf(field: FieldView, entry: Entry, found: string | undefined): unknown {
  if (entry.from === 'typed') return typed(field, entry.value);
  const text = entry.from === 'step' ? entry.value : found;
  if (text === undefined || text === '') return text;
  return field.isList ? [cast(field.type, text)] : cast(field.type, text);
}

function typed(field: FieldView, value: Value): unknown {
  if (typeof value === 'string') return value === '' ? undefined : cast(field.type, value);
  const values = value.filter((one) => (typeof one === 'string' ? one !== '' : hasSomething(one)));
  if (values.length === 0) return undefined;
  const rows = values.filter((one) => typeof one !== 'string');
  if (field.isDictionary) {
    return Object.fromEntries(rows.map((pair) => [pair['key'] ?? '', pair['value'] ?? '']));
  }
  if (field.columns.length > 0) return rows.map((row) => rowOf(field.columns, row));
  return values.map((one) => (typeof one === 'string' ? cast(field.type, one) : one));
}

function rowOf(columns: readonly FieldView[], row: Row): RawRecord {
  return Object.fromEntries(
    columns.flatMap(({ key, type }) => {
      const text = row[key] ?? '';
      return text === '' ? [] : [[key, cast(type, text)]];
    }),
  );
}

function hasSomething(row: Row): boolean {
  return Object.values(row).some((text) => text !== '');
}

/** A text as Zapier casts it for a type; one that is not of the type stays a text. */
function cast(type: string, text: string): unknown {
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  if (type !== 'integer' && type !== 'number') return text;
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}
