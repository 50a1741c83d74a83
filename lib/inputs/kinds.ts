import type { PlainInputField } from 'zapier-platform-core';

import { isFixed } from './choices.ts';

/**
 * What a field asks for. Most fields say it by their type, their choices or their dropdown; the
 * others carry it as `meta: { kind: 'email' }`, which Zapier's schema allows.
 */
export const KINDS = [
  /** One line of text. */
  'line',
  /** Text with lines of its own, kept as it is. */
  'text',
  /** A line that goes into a header of an email: it has no line breaks. */
  'header',
  'number',
  'integer',
  /** A number that may be written with its currency. */
  'amount',
  'boolean',
  /** One of the choices that the field lists. */
  'choice',
  /** The same, where HighLevel may have more choices than the field knows. */
  'option',
  /** The same, where another one is a word of letters alone. */
  'word',
  /** A moment. */
  'datetime',
  /** A day without a time. */
  'day',
  /** The ID of a record. */
  'id',
  /** The ID of a user, or `unassigned`. */
  'assignee',
  'email',
  /** An email address with or without a name before it. */
  'sender',
  /** A phone number, with its country code or in the country of the sub-account. */
  'phone',
  /** The same, or the last digits of one. */
  'phone_ending',
  /** A URL of the web. */
  'url',
  /** A file, which Zapier hands over as its URL. */
  'file',
  'tag',
  /** A country, by its code or name. */
  'country',
  'timezone',
  /** A language by its code, or one that the field lists. */
  'language',
  'color',
  /** JSON, as text or as what it stands for. */
  'json',
  /** How often something happened. */
  'count',
] as const;

export type Kind = (typeof KINDS)[number];

/** What `meta` may say of an input field. */
export interface InputMeta {
  kind?: Kind;
  /** The least and the largest number. */
  min?: number;
  max?: number;
  /** The most characters. */
  longest?: number;
  /** The most entries of a list. */
  most?: number;
}

const KIND_OF_TYPE: Readonly<Record<string, Kind>> = {
  text: 'text',
  code: 'text',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  datetime: 'datetime',
  file: 'file',
  json: 'json',
};

/** What a field asks for: as it says itself, by what it offers, or by its type. */
export function kindOf(field: PlainInputField): Kind {
  const declared = field.meta?.['kind'];
  if (declared !== undefined) return knownKind(field.key, declared);
  const { choices, dynamic, search, type = 'string' } = field;
  const fill = choices && 'perform' in choices ? choices.perform : undefined;
  if (choices && (!fill || isFixed(fill))) return 'choice';
  // A dropdown of records stores their IDs.
  if (choices ?? dynamic ?? search) return 'id';
  return KIND_OF_TYPE[type] ?? 'line';
}

function knownKind(key: string, declared: unknown): Kind {
  const kind = KINDS.find((name) => name === declared);
  if (kind) return kind;
  throw new TypeError(`The field "${key}" is of a kind that nobody reads: ${String(declared)}.`);
}

/** The number that a field's `meta` has under a name. */
export function limitOf(
  field: PlainInputField,
  name: 'min' | 'max' | 'longest' | 'most',
): number | undefined {
  const limit = field.meta?.[name];
  return typeof limit === 'number' ? limit : undefined;
}
