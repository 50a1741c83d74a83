import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { customValueIn } from '../../resources/contact.ts';
import type { Resource } from '../../resources/define.ts';
import type { OutputField } from '../../resources/derive.ts';
import { toText, toTexts } from '../../resources/values.ts';
import { DAY_HELP } from '../inputs/help.ts';
import type { Kind } from '../inputs/kinds.ts';
import { listCustomFields, type CustomField } from '../locations/index.ts';
import { fieldsByKey } from '../operations/made_fields.ts';

/**
 * The custom fields of a sub-account's contacts, as fields of a step. How a value is written depends
 * on the type of field; a word for it is a part of the key, so that a step needs no look at the
 * sub-account's fields before it sends.
 */

const INPUTS = {
  text: { type: 'string' },
  long: { type: 'text' },
  number: {
    type: 'number',
    helpText:
      'A number without a currency. A comma before exactly three digits separates thousands, a point never does: `1,234` is 1234, `1.234` is a little more than 1, and `9,99` is 9.99.',
  },
  date: { type: 'datetime', helpText: DAY_HELP },
  list: {
    type: 'string',
    list: true,
    helpText:
      'Replaces what was chosen before. One per line, or separated by commas or semicolons.',
  },
} as const satisfies Record<string, Partial<PlainInputField>>;

/** The heading under which custom fields stand. */
export const CUSTOM_GROUP_KEY = 'customGroup';

type Word = keyof typeof INPUTS;

/** What each word's fields take where nothing more is known of one. */
const KINDS: Readonly<Record<Word, Kind>> = {
  text: 'option',
  long: 'text',
  number: 'number',
  date: 'day',
  list: 'option',
};

/**
 * HighLevel's data types that one value, or a list of choices, can fill. Files, signatures and lists
 * of text boxes are left out: HighLevel's API describes no way to write them.
 */
const DATA_TYPES: Readonly<Record<string, { word: Word; kind?: Kind }>> = {
  TEXT: { word: 'text', kind: 'line' },
  PHONE: { word: 'text', kind: 'phone' },
  EMAIL: { word: 'text', kind: 'email' },
  TIME: { word: 'text', kind: 'line' },
  SINGLE_OPTIONS: { word: 'text' },
  RADIO: { word: 'text' },
  LARGE_TEXT: { word: 'long' },
  NUMERICAL: { word: 'number' },
  FLOAT: { word: 'number' },
  MONETORY: { word: 'number' },
  DATE: { word: 'date' },
  CHECKBOX: { word: 'list' },
  MULTIPLE_OPTIONS: { word: 'list' },
};

/** What a sentence calls a custom field whose label is not known. */
const LABELS: Readonly<Record<Word, string>> = {
  text: 'Custom Field',
  long: 'Custom Field',
  number: 'Custom Number Field',
  date: 'Custom Date Field',
  list: 'Custom Field',
};

/** A custom field that a step can write. */
interface WritableField {
  field: CustomField;
  word: Word;
  kind: Kind;
}

/** The input fields for the custom fields of contacts, in HighLevel's order. */
export const customFieldInputs = fieldsByKey(
  async (z, bundle) => (await fieldsOfContacts(z, bundle)).map(inputOf),
  (key, meta = {}) => {
    const { word } = partsOf(key) ?? {};
    return word && asInput(key, word, { kind: KINDS[word], label: LABELS[word], ...meta });
  },
);

function inputOf({ field, word, kind }: WritableField): PlainInputField {
  const options = field.picklistOptions.join(OPTION_SEPARATOR);
  return {
    ...asInput(`custom_${word}_${field.id}`, word, {
      kind,
      label: labelOf(field),
      ...(options && { options }),
    }),
    ...(field.placeholder && word !== 'date' && { placeholder: field.placeholder }),
  };
}

/** Between options in `meta`, which has no lists. */
const OPTION_SEPARATOR = '\n';

/** @param meta what Zapier keeps for when the step runs */
function asInput(
  key: string,
  word: Word,
  meta: Readonly<Record<string, string | number | boolean>>,
): PlainInputField {
  const options = toText(meta['options'])?.split(OPTION_SEPARATOR);
  return {
    key,
    ...INPUTS[word],
    group: CUSTOM_GROUP_KEY,
    label: toText(meta['label']) ?? LABELS[word],
    meta,
    ...(options && { choices: Object.fromEntries(options.map((option) => [option, option])) }),
  };
}

/** The output fields for the custom fields that a contact's `custom` holds by their ids. */
export async function customFieldOutputs(z: ZObject, bundle: Bundle): Promise<OutputField[]> {
  return (await fieldsOfContacts(z, bundle)).map(({ field, word }) => ({
    key: `custom__${field.id}`,
    label: labelOf(field),
    ...(word === 'list' ? { list: true } : {}),
    type: word === 'number' ? 'number' : 'string',
  }));
}

/** Sample and output fields of contacts, the sub-account's own custom fields among them. */
export function withCustomFields({ output }: Pick<Resource, 'output'>) {
  return { sample: output.sample, outputFields: [...output.outputFields, customFieldOutputs] };
}

/** One value of a custom field, as HighLevel takes it. */
export interface CustomFieldValue {
  id: string;
  field_value: unknown;
}

/** The values of custom fields among a step's inputs. */
export function customFieldValues(
  inputData: Readonly<Record<string, unknown>>,
): CustomFieldValue[] {
  return Object.entries(inputData).flatMap(([key, value]) => {
    const { id } = partsOf(key) ?? {};
    return id === undefined ? [] : [{ id, field_value: value }];
  });
}

const KEY = /^custom_(text|long|number|date|list)_(.+)$/;

function partsOf(key: string): { word: Word; id: string } | undefined {
  const [, word, id] = KEY.exec(key) ?? [];
  // The pattern has the keys of INPUTS.
  return id === undefined ? undefined : { word: word as Word, id };
}

/** Values of a custom field that HighLevel dropped. */
export interface DroppedValues {
  /** The field's key among the inputs. */
  key: string;
  values: string[];
}

/**
 * The values that were sent and are not in the answer: HighLevel drops options that a field does not
 * have, and all of a field that was deleted, without an error.
 *
 * @param inputData the step's inputs
 * @param saved the contact's `customFields` in the answer; without them nothing is known
 */
export function droppedValues(
  inputData: Readonly<Record<string, unknown>>,
  saved: unknown,
): DroppedValues[] {
  if (!Array.isArray(saved)) return [];
  const byId = new Map(saved.flatMap(customValueIn));
  return Object.entries(inputData).flatMap(([key, value]) => {
    const parts = partsOf(key);
    if (!parts) return [];
    const { word, id } = parts;
    const kept = toTexts(byId.get(id));
    // HighLevel writes some values in its own way, such as phone numbers; an option it keeps or drops.
    const isKept = (text: string) => (word === 'list' ? kept.includes(text) : kept.length > 0);
    const values = toTexts(value).filter((text) => !isKept(text));
    return values.length === 0 ? [] : [{ key, values }];
  });
}

async function fieldsOfContacts(z: ZObject, bundle: Bundle): Promise<WritableField[]> {
  const fields = await listCustomFields(z, bundle, 'contact');
  return fields
    .toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0))
    .flatMap((field) => {
      const { word, kind } = DATA_TYPES[field.dataType ?? ''] ?? {};
      return word === undefined ? [] : [{ field, word, kind: kind ?? KINDS[word] }];
    });
}

function labelOf({ name, fieldKey, id }: CustomField): string {
  return name ?? fieldKey ?? id;
}
