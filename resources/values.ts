/**
 * Readers for the shapes in which HighLevel writes one and the same value. Each takes anything and
 * gives the one form the records use, or null where there is nothing to read.
 */

export type RawRecord = Record<string, unknown>;

/** Whether the value is a plain object, such as a JSON body's. */
export function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object, or an empty one. */
export function toRecord(value: unknown): RawRecord {
  return isRecord(value) ? value : {};
}

/** The value as a list: a list as it is, nothing as an empty list, anything else as a list of one. */
export function toList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** Text, or null for an empty one. Numbers become text; objects do not. */
export function toText(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  return null;
}

/** A list of texts from a list or from one text; empty entries are dropped. */
export function toTexts(value: unknown): string[] {
  return toList(value).flatMap((entry) => toText(entry) ?? []);
}

/**
 * The URLs of files, from texts, from objects with a `url`, or from what HighLevel keeps of a file
 * field: objects by an ID of their own.
 */
export function toUrls(value: unknown): string[] {
  return toList(value).flatMap((entry) => {
    if (!isRecord(entry)) return toText(entry) ?? [];
    return 'url' in entry ? (toText(entry['url']) ?? []) : Object.values(entry).flatMap(urlOfFile);
  });
}

function urlOfFile(file: unknown): string[] {
  return isRecord(file) ? toTexts(file['url']) : [];
}

/** A finite number from a number or a numeric text. */
export function toNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

/** A whole number, rounded where HighLevel sends a fraction. */
export function toInteger(value: unknown): number | null {
  const number = toNumber(value);
  return number === null ? null : Math.round(number);
}

/** true or false from a boolean, its text or 0 and 1. */
export function toBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 'true') return true;
  if (value === 0 || value === 'false') return false;
  return null;
}

const SECONDS_END = 100_000_000_000;
const HAS_ZONE = /(Z|GMT|UTC|[+-]\d{2}(:?\d{2})?)$/i;
/** Hours alone, which `Date` does not read. */
const SHORT_ZONE = /(:\d{2}(?:\.\d+)?)([+-]\d{2})$/;

/**
 * An ISO 8601 date with a zone (UTC), from any of HighLevel's forms: epoch milliseconds (search),
 * epoch seconds, `{seconds, nanoseconds}` (get), or ISO text (put, messages, webhooks), where text
 * without a zone is UTC.
 */
export function toIsoDate(value: unknown): string | null {
  const date = toDate(value);
  return date === null || Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/**
 * A day such as `1990-05-17`: as it is written, whatever time and zone follow it. A number is epoch
 * milliseconds, of a day before 1970 too.
 */
export function toDay(value: unknown): string | null {
  const number = toNumber(value);
  if (number !== null) return toIsoDate(new Date(number))?.slice(0, 10) ?? null;
  const written =
    typeof value === 'string' ? /^\s*(\d{4}-\d{2}-\d{2})(?!\d)/.exec(value)?.[1] : undefined;
  return written && toIsoDate(written) ? written : (toIsoDate(value)?.slice(0, 10) ?? null);
}

function toDate(value: unknown): Date | null {
  if (value instanceof Date) return value;
  if (isRecord(value)) {
    const seconds = toNumber(value['seconds'] ?? value['_seconds']);
    const nanoseconds = toNumber(value['nanoseconds'] ?? value['_nanoseconds']) ?? 0;
    return seconds === null ? null : new Date(seconds * 1000 + Math.floor(nanoseconds / 1e6));
  }
  const number = toNumber(value);
  if (number !== null) {
    return new Date(Math.abs(number) < SECONDS_END ? number * 1000 : number);
  }
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim();
  const isDateOnly = !text.includes(':');
  if (isDateOnly) return new Date(text);
  return new Date(HAS_ZONE.test(text) ? text.replace(SHORT_ZONE, '$1$2:00') : `${text}Z`);
}
