import type { PlainInputField } from 'zapier-platform-core';

import type { OutputField } from '../../resources/derive.ts';
import {
  isRecord,
  toDay,
  toList,
  toNumber,
  toRecord,
  toText,
  toUrls,
  type RawRecord,
} from '../../resources/values.ts';
import { DAY_HELP } from '../inputs/help.ts';
import type { Kind } from '../inputs/kinds.ts';
import type { ObjectField } from './schema.ts';

/**
 * The types of fields that custom objects have: what a step takes for one, what HighLevel keeps, and
 * what a step returns. By the examples of HighLevel's specification: money as
 * `{ currency, value }`, choices by their keys, a day as `2024-07-11`, files as `[{ url }]`, and each
 * text box of a list under a key of its own, `my_list.box`.
 */

/** The word for a type in the key of an input: without the sub-account's fields it says what one takes. */
export type Word = keyof typeof WORDS;

const WORDS = {
  text: { type: 'string', meta: { kind: 'line' } },
  long: { type: 'text', meta: { kind: 'text' } },
  phone: { type: 'string', meta: { kind: 'phone' } },
  email: { type: 'string', meta: { kind: 'email' } },
  number: {
    type: 'number',
    meta: { kind: 'number' },
    helpText:
      'A comma before exactly three digits separates thousands, a point never does: `1,234` is 1234, `1.234` is a little more than 1, and `9,99` is 9.99.',
  },
  money: {
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'An amount, such as `2500` or `99.90`. Currency signs are ignored.',
  },
  currency: {
    type: 'string',
    meta: { kind: 'line' },
    placeholder: 'USD',
    helpText:
      "A currency code, such as `USD`. Leave blank for the record's own currency; a new record gets the one of your sub-account.",
  },
  date: { type: 'datetime', meta: { kind: 'day' }, helpText: DAY_HELP },
  choice: { type: 'string', meta: { kind: 'option' } },
  list: {
    type: 'string',
    list: true,
    meta: { kind: 'option' },
    helpText:
      'Replaces what was chosen before. One per line, or separated by commas or semicolons.',
  },
  files: {
    type: 'string',
    list: true,
    meta: { kind: 'url' },
    helpText:
      'URLs of files that stay online, one per line. They replace the files that the record has.',
  },
  box: { type: 'string', meta: { kind: 'line' } },
} as const satisfies Record<string, Partial<PlainInputField> & { meta: { kind: Kind } }>;

export function isWord(word: string): word is Word {
  return Object.hasOwn(WORDS, word);
}

/** An input field with what its word says. */
export function inputWith(word: Word, own: PlainInputField): PlainInputField {
  return { ...WORDS[word], ...own };
}

/** One input of a field: most fields have one, money has its currency beside it, a list of boxes many. */
export interface InputPart {
  word: Word;
  label: string;
  /** The key of the text box. */
  box?: string;
}

interface FieldType {
  word: Word;
  /** Its inputs, where there are others than the one of its word. */
  parts?: (field: ObjectField) => InputPart[];
  /** Its value as HighLevel keeps it, from one that was read by its input. */
  write?: (value: unknown) => unknown;
  /** Its value for a person, by the key of the output; without it the value is a text. */
  read?: (field: ObjectField, properties: RawRecord) => RawRecord;
  outputs?: (field: ObjectField) => OutputField[];
}

const TEXT: FieldType = { word: 'text' };

const CHOICE: FieldType = {
  word: 'choice',
  read: (field, properties) => ({
    [field.property]: labelOf(field, properties[field.property]),
  }),
};

const LIST: FieldType = {
  word: 'list',
  read: (field, properties) => ({
    [field.property]: toList(properties[field.property]).map((one) => labelOf(field, one)),
  }),
  outputs: ({ property, name }) => [{ key: property, label: name, type: 'string', list: true }],
};

const NUMBER: FieldType = {
  word: 'number',
  read: ({ property }, properties) => ({ [property]: toNumber(properties[property]) }),
  outputs: ({ property, name }) => [{ key: property, label: name, type: 'number' }],
};

/** What HighLevel calls the currency of the sub-account. */
export const OWN_CURRENCY = 'default';

const MONEY: FieldType = {
  word: 'money',
  parts: ({ name }) => [
    { word: 'money', label: name },
    { word: 'currency', label: `${name} Currency` },
  ],
  read: ({ property }, properties) => {
    const { value, currency } = moneyIn(properties[property]);
    return { [property]: value, [currencyKey(property)]: currency };
  },
  outputs: ({ property, name }) => [
    { key: property, label: name, type: 'number' },
    { key: currencyKey(property), label: `${name} Currency`, type: 'string' },
  ],
};

const BOXES: FieldType = {
  word: 'box',
  parts: ({ name, options }) =>
    options.map(({ key, label }) => ({ word: 'box', label: `${name}: ${label}`, box: key })),
  read: ({ property, options }, properties) =>
    Object.fromEntries(
      options.map(({ key }) => [boxKey(property, key), toText(properties[`${property}.${key}`])]),
    ),
  outputs: ({ property, name, options }) =>
    options.map(({ key, label }) => ({
      key: boxKey(property, key),
      label: `${name}: ${label}`,
      type: 'string',
    })),
};

/** By HighLevel's words. A type that is not among them is written and read as text. */
const TYPES: Readonly<Record<string, FieldType>> = {
  TEXT,
  LARGE_TEXT: { word: 'long' },
  PHONE: { word: 'phone' },
  EMAIL: { word: 'email' },
  NUMERICAL: NUMBER,
  FLOAT: NUMBER,
  // HighLevel's own spelling, and the right one.
  MONETORY: MONEY,
  MONETARY: MONEY,
  DATE: {
    word: 'date',
    read: ({ property }, properties) => ({ [property]: toDay(properties[property]) }),
  },
  SINGLE_OPTIONS: CHOICE,
  RADIO: CHOICE,
  MULTIPLE_OPTIONS: LIST,
  CHECKBOX: LIST,
  FILE_UPLOAD: {
    word: 'files',
    write: (urls) => toList(urls).map((url) => ({ url })),
    read: ({ property }, properties) => ({ [property]: toUrls(properties[property]) }),
    outputs: ({ property, name }) => [{ key: property, label: name, type: 'string', list: true }],
  },
  TEXTBOX_LIST: BOXES,
};

export function typeOf({ dataType }: ObjectField): FieldType {
  return TYPES[dataType] ?? TEXT;
}

/** The inputs of a field. */
export function partsOf(field: ObjectField): InputPart[] {
  const { word, parts } = typeOf(field);
  return parts ? parts(field) : [{ word, label: field.name }];
}

/** The values of a field for a person, by the keys of its outputs. */
export function valuesOf(field: ObjectField, properties: RawRecord): RawRecord {
  const { read } = typeOf(field);
  return read ? read(field, properties) : { [field.property]: textIn(properties[field.property]) };
}

/** The outputs of a field, by the keys of `valuesOf`. */
export function outputsOf(field: ObjectField): OutputField[] {
  const { outputs } = typeOf(field);
  return outputs ? outputs(field) : [{ key: field.property, label: field.name, type: 'string' }];
}

/** An amount and its currency, as HighLevel keeps them. */
export function moneyIn(raw: unknown): { value: number | null; currency: string | null } {
  if (!isRecord(raw)) return { value: toNumber(raw), currency: null };
  return { value: toNumber(raw['value']), currency: toText(raw['currency']) };
}

function labelOf({ options }: ObjectField, key: unknown): unknown {
  return options.find((option) => option.key === key)?.label ?? key;
}

/** A value of a type that is not known: as text where it is no single value. */
function textIn(raw: unknown): unknown {
  return isRecord(raw) || (Array.isArray(raw) && raw.some(isRecord)) ? JSON.stringify(raw) : raw;
}

function currencyKey(property: string): string {
  return `${property}_currency`;
}

function boxKey(property: string, box: string): string {
  return `${property}__${box}`;
}

/** The value that HighLevel compares with: of money the amount. */
export function comparable(raw: unknown): unknown {
  const { value } = toRecord(raw);
  return value ?? raw;
}
