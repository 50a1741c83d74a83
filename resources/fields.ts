import * as z from 'zod';

import {
  isRecord,
  toBoolean,
  toDay,
  toInteger,
  toIsoDate,
  toList,
  toNumber,
  toRecord,
  toText,
  toTexts,
  toUrls,
} from './values.ts';

/**
 * The words a record is written in. Each takes the label a person reads and one example, and gives a
 * field that reads every shape HighLevel sends and answers in one: present always, null where empty.
 */

function field<Value extends z.ZodType>(
  read: (value: unknown) => unknown,
  value: Value,
  meta: z.GlobalMeta,
) {
  // A key that HighLevel leaves out is read as null.
  return z.preprocess(read, value).prefault(null).meta(meta);
}

/** A field of a nested record that people look for first: it stands near the top of the list. */
export function lead<Field extends z.ZodType>(field: Field): Field {
  return field.meta({ ...field.meta(), lead: true });
}

/** A field by which Zapier tells the items of a poll apart, with the other primary ones. */
export function primary<Field extends z.ZodType>(field: Field): Field {
  return field.meta({ ...field.meta(), primary: true });
}

/** An id that every record of its kind has: the one thing that may not be missing. */
export function id(title: string, example: string) {
  return field(toText, z.string(), { title, examples: [example] });
}

export function text(title: string, example: string | null) {
  return field(toText, z.string().nullable(), { title, examples: [example] });
}

/** A list of plain texts. */
export function texts(title: string, examples: string[]) {
  return field(toTexts, z.array(z.string()), { title, examples: [examples] });
}

/** An ISO 8601 date with a zone. */
export function dateTime(title: string, example: string | null) {
  return field(toIsoDate, z.iso.datetime().nullable(), { title, examples: [example] });
}

/** A day without a time, such as a birthday: `1990-05-17`. */
export function day(title: string, example: string) {
  return field(toDay, z.string().nullable(), { title, examples: [example] });
}

export function integer(title: string, example: number | null) {
  return field(toInteger, z.int().nullable(), { title, examples: [example] });
}

export function decimal(title: string, example: number) {
  return field(toNumber, z.number().nullable(), { title, examples: [example] });
}

export function yesNo(title: string, example: boolean) {
  return field(toBoolean, z.boolean().nullable(), { title, examples: [example] });
}

/** The URL of a file, or the pointer with which Zapier fetches it when a step uses it. */
export function file(title: string, example: string | null) {
  return field(toText, z.string().nullable(), { title, examples: [example], format: 'file' });
}

/** URLs of files, or the pointers with which Zapier fetches them. */
export function files(title: string, examples: string[]) {
  return field(toTexts, z.array(z.string()), { title, examples: [examples], format: 'file' });
}

/**
 * Texts, or the pointer with which Zapier fetches all of them: how many there are is not known before.
 *
 * @param format `file` where they are addresses of files
 */
export function textsOrPointer(title: string, examples: string[], format?: 'file') {
  return field(
    (value) => (typeof value === 'string' && value !== '' ? value : toTexts(value)),
    z.union([z.array(z.string()), z.string()]),
    { title, examples: [examples], ...(format && { format }) },
  );
}

/** Line items: a list of records. @param title of one of them: `Message`, for `Message Author` */
export function lines<Shape extends z.ZodRawShape>(title: string, shape: Shape) {
  return field(toList, z.array(z.object(shape)), { title });
}

/**
 * A record inside a record, which the step may instead carry as the pointer with which Zapier
 * fetches it. Its fields are named after it: `contact__name`.
 */
export function nested<Shape extends z.ZodRawShape>(title: string, shape: Shape) {
  return field((value) => value ?? null, z.union([z.object(shape), z.string()]).nullable(), {
    title,
  });
}

/**
 * Values of fields that each sub-account makes for itself, by the ids of the fields. An operation
 * that gives them names them in output fields that it reads from the sub-account.
 */
export function valuesById(title: string) {
  return field(
    toValues,
    z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    {
      title,
    },
  );
}

function toValues(values: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(toRecord(values)).flatMap(([key, value]) => {
      const known =
        isRecord(value) || toList(value).some(isRecord)
          ? toUrls(value)
          : Array.isArray(value)
            ? toTexts(value)
            : typeof value === 'number'
              ? value
              : typeof value === 'boolean'
                ? String(value)
                : toText(value);
      return known === null ? [] : [[key, known]];
    }),
  );
}

/** An object of keys that are not known before, such as the answer to a request a person wrote. */
export function jsonObject(title: string) {
  return field(toRecord, z.record(z.string(), z.unknown()), { title });
}
