import type { PlainInputField } from 'zapier-platform-core';

import { isRecord, toList } from '../../resources/values.ts';
import { jsonIn } from '../http/json.ts';
import {
  isUnreadable,
  isUnseen,
  meaningful,
  saysNothing,
  shortened,
  trimmed,
  visible,
} from './characters.ts';
import { choicesOf } from './choices.ts';
import { readDate, readDay } from './dates.ts';
import { readEmail, readSender, splitEmails } from './emails.ts';
import { idIn, readId, splitIds } from './ids.ts';
import { objectIn, readJson } from './json.ts';
import { UNASSIGNED } from './assignee.ts';
import { type Kind, kindOf, limitOf } from './kinds.ts';
import { entriesOf, MOST_ENTRIES, splitAtCommas, splitAtLines } from './lists.ts';
import { hasFinder } from './finders.ts';
import { readAmount, readNumber } from './numbers.ts';
import { type NationalReader, readFullPhone, readPhone } from './phone.ts';
import { readCountry, readLanguage, readTimezone } from './places.ts';
import { invalid, missing, refused } from './refusal.ts';
import { readFile, readUrl, splitUrls } from './urls.ts';

/** What reading needs besides the fields: where and when the person is. */
export interface Reading {
  /** An IANA name, from `bundle.meta.timezone`. */
  timezone: string | null | undefined;
  /** Reads phone numbers that have no country code. */
  nationalPhone: NationalReader;
  /** The ID of the record that a text names otherwise; without it, such a text is refused. */
  named?: NameReader;
}

/** Reads a text that names a record in another way than by its ID, as the field's finder does. */
export type NameReader = (field: PlainInputField, typed: string) => string;

/**
 * A step's inputs as its operation reads them, whatever a person typed or another step handed over:
 * each value in the one form of its kind (lib/inputs/kinds.ts), blank values gone. Only what a field
 * declares is among them.
 *
 * @param shows whether a field shows for the values read before it; a value that stayed behind in
 *   one that does not show is dropped
 * @throws errors.Error that names the field by its label, for what cannot be read
 */
export function readInputs(
  fields: readonly PlainInputField[],
  inputData: Readonly<Record<string, unknown>>,
  reading: Reading,
  shows: (field: PlainInputField, values: Readonly<Record<string, unknown>>) => boolean = () =>
    true,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of fields) {
    if (field.type === 'copy' || !shows(field, values)) continue;
    const value = readField(field, rawOf(field, inputData), reading);
    if (value !== undefined) values[field.key] = value;
    else if (field.required) throw missing(labelOf(field));
  }
  return values;
}

/** The labels of fields and of their children, by key. */
export function labelsOf(fields: readonly PlainInputField[]): Record<string, string> {
  return Object.fromEntries(
    fields
      .flatMap((field) => [field, ...(field.children ?? [])])
      .map((field) => [field.key, labelOf(field)]),
  );
}

function labelOf(field: PlainInputField): string {
  return field.label ?? field.key;
}

/** Zapier may hand over the fields of one line item alone, without the list that they belong to. */
function rawOf(field: PlainInputField, inputData: Readonly<Record<string, unknown>>): unknown {
  const raw = inputData[field.key];
  if (!field.children || !isBlank(raw)) return raw;
  const alone = field.children.filter(({ key }) => inputData[key] !== undefined);
  return alone.length > 0 ? Object.fromEntries(alone.map(({ key }) => [key, inputData[key]])) : raw;
}

function readField(field: PlainInputField, raw: unknown, reading: Reading): unknown {
  if (isLeftOut(field, raw)) return undefined;
  if (field.children) return readLines(field, field.children, raw, reading);
  if (field.dict) return readPairs(field, raw, reading);
  return field.list ? readList(field, raw, reading) : readValue(field, raw, reading);
}

/** Whether a field was not filled in: an empty list says so of a list, and of nothing else. */
export function isLeftOut(field: PlainInputField, raw: unknown): boolean {
  if (field.children ?? field.dict ?? field.list) return isBlank(raw);
  // Of an ID or an address, what nobody can read is refused; of a text it says nothing.
  const isText = TEXTS.includes(kindOf(field)) && typeof raw === 'string';
  return isBlankEntry(raw) || (isText && isUnreadable(raw));
}

const TEXTS: readonly Kind[] = ['text', 'line', 'header', 'tag', 'option'];

function isBlank(raw: unknown): boolean {
  if (Array.isArray(raw)) return raw.every(isBlankEntry);
  return isBlankEntry(raw);
}

function isBlankEntry(raw: unknown): boolean {
  return raw === null || raw === undefined || (typeof raw === 'string' && isUnseen(raw));
}

/** One line item after the other; a line of blanks is none. Zapier shows empty lines where a list is shorter. */
function readLines(
  field: PlainInputField,
  children: readonly PlainInputField[],
  raw: unknown,
  reading: Reading,
): unknown {
  if (typeof raw === 'string') refuseNothing(labelOf(field), raw);
  const listed: unknown = typeof raw === 'string' ? (jsonIn(raw) ?? raw) : raw;
  const lines = toList(listed).filter((line) => !isBlank(line));
  const read = lines.flatMap((line) => {
    if (!isRecord(line)) {
      throw invalid(
        `"${labelOf(field)}" takes line items with ${children.map(labelOf).join(', ')}.`,
        'Map line items from an earlier step, or fill in the fields below it.',
      );
    }
    const isEmpty = children.every(({ key }) => isBlankEntry(line[key]));
    return isEmpty ? [] : [readInputs(children, line, reading)];
  });
  return read.length === 0 ? undefined : read;
}

/** What a person is shown of a name that they gave a pair, in characters. */
const LONGEST_NAME = 40;

function readPairs(field: PlainInputField, raw: unknown, reading: Reading): unknown {
  if (typeof raw === 'string') refuseNothing(labelOf(field), raw);
  const pairs = typeof raw === 'string' ? objectIn(raw) : raw;
  if (!isRecord(pairs)) {
    throw invalid(
      `"${labelOf(field)}" takes pairs of a name and a value.`,
      'Write the name on the left and the value on the right.',
    );
  }
  const entries = Object.entries(pairs).flatMap(([name, value]): [string, unknown][] => {
    const key = trimmed(meaningful(name));
    if (key === '' || isBlank(value)) return [];
    return [
      [
        key,
        readValue(
          { ...field, label: `${labelOf(field)}: ${shortened(key, LONGEST_NAME)}` },
          value,
          reading,
        ),
      ],
    ];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** How an entry of a list that holds several values is taken apart, by the kind of its values. */
const SPLITS: Partial<Record<Kind, (text: string) => string[]>> = {
  id: splitIds,
  email: splitEmails,
  url: splitUrls,
  file: splitUrls,
  tag: splitAtCommas,
  line: splitAtLines,
};

function readList(field: PlainInputField, raw: unknown, reading: Reading): unknown {
  const label = labelOf(field);
  const kind = kindOf(field);
  const split = SPLITS[kind] ?? ((text: string) => choicesOf(field).split(text));
  const several = (text: string) => {
    refuseNothing(label, text);
    return split(text);
  };
  const entries = [...new Set(entriesOf(raw, label, several))].filter((entry) => !isBlank(entry));
  const most = limitOf(field, 'most') ?? MOST_ENTRIES;
  if (entries.length > most) {
    throw invalid(`"${label}" takes at most ${most} entries, and these are ${entries.length}.`);
  }
  const values = entries
    .filter((entry) => !TEXTS.includes(kind) || !isUnreadable(entry))
    .map((entry) => readText(field, kind, entry, reading));
  return values.length === 0 ? undefined : [...new Set(values)];
}

function readValue(field: PlainInputField, raw: unknown, reading: Reading): unknown {
  const kind = kindOf(field);
  if (typeof raw === 'object' && kind === 'json') return readJson(raw, labelOf(field));
  if (Array.isArray(raw)) {
    throw invalid(
      `"${labelOf(field)}" takes one value, and this is a list.`,
      'Map one value of it.',
    );
  }
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    throw invalid(
      `"${labelOf(field)}" takes one value, and this is a group of values.`,
      'Map one value of it.',
    );
  }
  return readText(field, kind, String(raw), reading);
}

function readText(field: PlainInputField, kind: Kind, text: string, reading: Reading): unknown {
  const label = labelOf(field);
  refuseNothing(label, text);
  switch (kind) {
    case 'text':
      return shortEnough(field, meaningful(text));
    case 'line':
    case 'tag':
      return shortEnough(field, trimmed(meaningful(text)));
    case 'header':
      return shortEnough(field, trimmed(meaningful(text)).replaceAll(/[\r\n\t]/g, ' '));
    case 'number':
    case 'integer':
      return readLimited(field, kind, text);
    case 'amount':
      return readLimited(field, 'number', text, readAmount);
    case 'count':
      return readLimited({ ...field, meta: { min: 0, ...field.meta } }, 'integer', text);
    case 'boolean':
      return readBoolean(label, text);
    case 'choice':
      return choicesOf(field).read(text);
    case 'option':
      return choicesOf(field).find(text) ?? trimmed(meaningful(text));
    case 'word':
      return choicesOf(field).find(text) ?? readWord(field, text);
    case 'language':
      return choicesOf(field).find(text) ?? readLanguage(text, label);
    case 'datetime':
      return readDate(text, label, reading.timezone).toISOString();
    case 'day':
      return readDay(text, label, reading.timezone);
    case 'id':
      return readRecord(field, text, reading);
    case 'assignee':
      return visible(text).toLowerCase() === UNASSIGNED
        ? UNASSIGNED
        : readRecord(field, text, reading);
    case 'email':
      return readEmail(text, label);
    case 'sender':
      return readSender(text, label);
    case 'phone':
      return namesOneOfOurs(field, text) && reading.named
        ? reading.named(field, visible(text))
        : readFullPhone(text, label, reading.nationalPhone);
    case 'phone_ending': {
      const { number, digits } = readPhone(text, label);
      return number ?? digits;
    }
    case 'url':
      return readUrl(text, label);
    case 'file':
      return readFile(text, label);
    case 'country':
      return readCountry(text, label);
    case 'timezone':
      return readTimezone(text, label);
    case 'color':
      return readColor(label, text);
    case 'json':
      return readJson(text, label);
  }
}

/** Whether a text is the name of one of the sub-account's numbers, not a number. */
function namesOneOfOurs(field: PlainInputField, text: string): boolean {
  return (
    hasFinder(field) && /^[\p{L}\p{N} '.&()-]{1,60}$/u.test(visible(text)) && !/\d{4}/.test(text)
  );
}

function readRecord(field: PlainInputField, text: string, { named }: Reading): string {
  const label = labelOf(field);
  if (!named || !hasFinder(field)) return readId(text, label);
  return idIn(text, label) ?? named(field, visible(text));
}

/** @throws errors.Error for a text that only says that an earlier step had no value */
function refuseNothing(label: string, text: string): void {
  if (!saysNothing(text)) return;
  throw invalid(
    `"${label}" got no value: the step it is mapped from returned none.`,
    'Map another value, or set a default in that step.',
  );
}

function shortEnough(field: PlainInputField, text: string): string {
  const longest = limitOf(field, 'longest');
  if (longest === undefined || text.length <= longest) return text;
  throw invalid(
    `"${labelOf(field)}" has ${text.length} characters, and HighLevel accepts at most ${longest}.`,
    'Shorten it.',
  );
}

/** The fewest letters that are a word, and the most. */
const WORD = /^[a-z]{3,64}$/i;

function readWord(field: PlainInputField, text: string): string {
  const word = visible(text);
  if (WORD.test(word)) return word;
  throw refused(labelOf(field), 'one of the list, or one word of 3 to 64 letters', text);
}

function readBoolean(label: string, raw: string): boolean {
  const text = visible(raw).toLowerCase();
  if (['true', 'yes', 'y', 't', '1', 'on'].includes(text)) return true;
  if (['false', 'no', 'n', 'f', '0', 'off'].includes(text)) return false;
  throw refused(label, 'yes or no', raw);
}

/** More digits than a number keeps. */
const TOO_LONG = /^[-+]?\d{16,}$/;

function readLimited(
  field: PlainInputField,
  kind: 'number' | 'integer',
  text: string,
  read = readNumber,
): number {
  const number = read(text);
  const isWhole = number !== undefined && Number.isInteger(number);
  const what = kind === 'integer' ? 'a whole number' : 'a number';
  if (number === undefined && TOO_LONG.test(visible(text))) {
    throw refused(labelOf(field), `${what} of at most 15 digits`, text);
  }
  if (number === undefined || (kind === 'integer' && !isWhole)) {
    throw refused(labelOf(field), what, text);
  }
  const [min, max] = [limitOf(field, 'min'), limitOf(field, 'max')];
  if ((min === undefined || number >= min) && (max === undefined || number <= max)) return number;
  const range =
    max === undefined ? `${what} of ${min ?? ''} or more` : `between ${min ?? 0} and ${max}`;
  throw refused(labelOf(field), range, text);
}

function readColor(label: string, text: string): string {
  const digits = /^#?([\da-f]{6}|[\da-f]{3})$/i.exec(visible(text))?.[1];
  if (digits) return `#${digits}`;
  throw refused(label, 'a color such as #FFAA00', text);
}
