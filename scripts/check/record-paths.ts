import { isRecord, type RawRecord } from '../../resources/values.ts';
import type { Field } from './integration.ts';

/**
 * The keys of a record as output fields are keyed: `contact__name` within an object, `lines[]text`
 * within the objects of a list. An empty key within an object stands for what it would
 * contain.
 */
export function pathsOf(record: RawRecord, prefix = ''): string[] {
  return Object.entries(record).flatMap(([key, value]) => {
    const path = `${prefix}${key}`;
    if (isRecord(value)) return pathsOf(value, `${path}__`);
    const lines = Array.isArray(value) ? value.filter(isRecord) : [];
    if (lines.length === 0) return [path];
    return [...new Set(lines.flatMap((line) => pathsOf(line, `${path}[]`)))];
  });
}

/**
 * Paths that a record does not have, though it could: below a key that is empty nothing is missed,
 * and a list without entries has none of their keys.
 */
export function missingPaths(expected: readonly string[], record: RawRecord): string[] {
  const present = pathsOf(record);
  return expected.filter(
    (path) => !present.some((one) => one === path || isBelow(path, one) || isBelow(one, path)),
  );
}

/** The values at a path, one for each object of the lists that it leads through. */
export function valuesAt(record: RawRecord, path: string): unknown[] {
  if (Object.hasOwn(record, path)) return [record[path]];
  const separator = /__|\[\]/.exec(path);
  if (!separator) return [];
  const inner = record[path.slice(0, separator.index)];
  const rest = path.slice(separator.index + separator[0].length);
  const records = Array.isArray(inner) ? inner : [inner];
  return records.filter(isRecord).flatMap((one) => valuesAt(one, rest));
}

function isBelow(path: string, parent: string): boolean {
  return path.startsWith(`${parent}__`) || path.startsWith(`${parent}[]`);
}

/** ISO 8601: a day alone, or a day and a time with its zone. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))?$/;

export function isIsoDate(value: unknown): boolean {
  return typeof value === 'string' && ISO_DATE.test(value) && !Number.isNaN(Date.parse(value));
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*';

/** Dates as people and programs write them, other than in ISO 8601. */
const OTHER_DATES = [
  /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/,
  /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}.*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/,
  /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?:[ ,T]+\d{1,2}:\d{2}.*)?$/,
  new RegExp(`^(?:[a-z]{3,9},? )?\\d{1,2}[ -]${MONTH}[ -]\\d{4}(?:,? \\d{1,2}:\\d{2}.*)?$`, 'i'),
  new RegExp(`^(?:[a-z]{3,9},? )?${MONTH} \\d{1,2},? \\d{4}(?:,? \\d{1,2}:\\d{2}.*)?$`, 'i'),
];

/** Whether a text is a date and nothing else, in a form that Zapier may misread. */
export function isOtherDate(value: unknown): boolean {
  return typeof value === 'string' && OTHER_DATES.some((form) => form.test(value.trim()));
}

const TYPES: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  text: (value) => typeof value === 'string',
  password: (value) => typeof value === 'string',
  file: (value) => typeof value === 'string',
  integer: (value) => Number.isInteger(value),
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  datetime: isIsoDate,
};

/** How a record departs from its output fields, one sentence each. An empty value is of any type. */
export function departures(record: RawRecord, outputFields: readonly Field[]): Departure[] {
  return withChildren(outputFields).flatMap((field): Departure[] => {
    const values = valuesAt(record, field.key);
    if (values.length === 0) {
      return field.required
        ? [{ field: field.key, message: `lacks the required key "${field.key}"` }]
        : [];
    }
    const wrong = values.find((value) => !fits(value, field));
    if (wrong === undefined) return [];
    const type = field.isList ? `a list of ${field.type}` : field.type;
    return [
      { field: field.key, message: `holds ${shorten(wrong)} in "${field.key}", which is ${type}` },
    ];
  });
}

/** One way in which a record departs from its output fields; `message` follows "the sample ...". */
export interface Departure {
  field: string;
  message: string;
}

/** The fields, and in place of those with children these, by their paths. */
export function withChildren(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) =>
    field.children.length === 0
      ? [field]
      : field.children.map((child) => ({ ...child, key: `${field.key}[]${child.key}` })),
  );
}

function fits(value: unknown, { type, isList }: Field): boolean {
  if (value === null || value === undefined) return true;
  const isType = TYPES[type] ?? (() => true);
  if (isList) return Array.isArray(value) && value.every((entry) => isType(entry));
  return isType(value);
}

const LONGEST_SHOWN = 60;

/** The value for a message, not longer than a line. */
export function shorten(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1)}…` : text;
}
