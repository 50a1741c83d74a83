import { errors, type Bundle, type PlainInputField, type ZObject } from 'zapier-platform-core';

import type { Resource } from '../../resources/define.ts';
import type { OutputField } from '../../resources/derive.ts';
import { toList, toText, toTexts } from '../../resources/values.ts';
import { readDay } from '../inputs/days.ts';
import { listCustomFields, type CustomField } from '../locations/index.ts';

/**
 * The custom fields of a sub-account's contacts, as fields of a step. How a value is written depends
 * on the kind of field; the kind is a part of the key, so that a step needs no look at the
 * sub-account's fields before it sends.
 */

type Kind = 'text' | 'long' | 'number' | 'date' | 'list';

/**
 * HighLevel's data types that one value, or a list of choices, can fill. Files, signatures and lists
 * of text boxes are left out: HighLevel's API describes no way to write them.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  TEXT: 'text',
  PHONE: 'text',
  EMAIL: 'text',
  TIME: 'text',
  SINGLE_OPTIONS: 'text',
  RADIO: 'text',
  LARGE_TEXT: 'long',
  NUMERICAL: 'number',
  FLOAT: 'number',
  MONETORY: 'number',
  DATE: 'date',
  CHECKBOX: 'list',
  MULTIPLE_OPTIONS: 'list',
};

const INPUT_OF: Readonly<Record<Kind, Partial<PlainInputField>>> = {
  text: { type: 'string' },
  long: { type: 'text' },
  number: { type: 'number' },
  date: { type: 'datetime', helpText: 'A day; a time is left out.' },
  list: {
    type: 'string',
    list: true,
    helpText: 'What you fill in replaces what was chosen before.',
  },
};

/** One value of a custom field, as HighLevel takes it. */
export interface CustomFieldValue {
  id: string;
  field_value: string | number | string[];
}

/** The input fields for the custom fields of contacts, in HighLevel's order. */
export async function customFieldInputs(z: ZObject, bundle: Bundle): Promise<PlainInputField[]> {
  return (await fieldsOfContacts(z, bundle)).map(({ field, kind }) => ({
    key: `custom_${kind}_${field.id}`,
    label: labelOf(field),
    ...INPUT_OF[kind],
    ...(field.placeholder && kind !== 'date' && { placeholder: field.placeholder }),
    ...(field.picklistOptions.length > 0 && {
      choices: Object.fromEntries(field.picklistOptions.map((option) => [option, option])),
    }),
  }));
}

/** The output fields for the custom fields that a contact's `custom` holds by their ids. */
export async function customFieldOutputs(z: ZObject, bundle: Bundle): Promise<OutputField[]> {
  return (await fieldsOfContacts(z, bundle)).map(({ field, kind }) => ({
    key: `custom__${field.id}`,
    label: labelOf(field),
    ...(kind === 'list' ? { list: true } : {}),
    type: kind === 'number' ? 'number' : 'string',
  }));
}

/** Sample and output fields of contacts, the sub-account's own custom fields among them. */
export function withCustomFields({ output }: Pick<Resource, 'output'>) {
  return { sample: output.sample, outputFields: [...output.outputFields, customFieldOutputs] };
}

const KEY = /^custom_(text|long|number|date|list)_(.+)$/;

/**
 * The values of custom fields among a step's inputs.
 *
 * @throws errors.Error for a value that its kind of field cannot hold
 */
export function customFieldValues(
  inputData: Readonly<Record<string, unknown>>,
  timezone: string | null | undefined,
): CustomFieldValue[] {
  return Object.entries(inputData).flatMap(([key, value]) => {
    const [, kind, id] = KEY.exec(key) ?? [];
    if (kind === undefined || id === undefined) return [];
    const written = writtenAs(kind, value, timezone);
    return written === null ? [] : [{ id, field_value: written }];
  });
}

function writtenAs(
  kind: string,
  value: unknown,
  timezone: string | null | undefined,
): CustomFieldValue['field_value'] | null {
  if (kind === 'list') return toTexts(value);
  const text = toTexts(toList(value)).join(', ');
  if (kind === 'number') return readNumber(text);
  if (kind === 'date') return readDay(text, 'Custom date field', timezone);
  return toText(text);
}

function readNumber(text: string): number {
  const number = Number(text.replaceAll(/[\s,]/g, ''));
  if (Number.isFinite(number)) return number;
  throw new errors.Error(
    `A custom field for numbers cannot hold "${text}". Map a number, without a currency.`,
    'invalid_input',
  );
}

async function fieldsOfContacts(z: ZObject, bundle: Bundle) {
  const fields = await listCustomFields(z, bundle, 'contact');
  return fields
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .flatMap((field) => {
      const kind = KINDS[field.dataType ?? ''];
      return kind === undefined ? [] : [{ field, kind }];
    });
}

function labelOf({ name, fieldKey, id }: CustomField): string {
  return name ?? fieldKey ?? id;
}
