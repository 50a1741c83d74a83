import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import { customValuesIn } from '../../resources/custom_values.ts';
import type { Resource } from '../../resources/define.ts';
import type { OutputField } from '../../resources/derive.ts';
import { toText, toTexts } from '../../resources/values.ts';
import { quoted } from '../inputs/characters.ts';
import { DAY_HELP } from '../inputs/help.ts';
import type { Kind } from '../inputs/kinds.ts';
import { fieldsByKey, type FieldsByKey } from '../operations/made_fields.ts';
import { stepOf } from '../http/step_context.ts';
import { listCustomFields, type CustomField } from './custom_fields.ts';

/**
 * The custom fields that a sub-account adds to its records, as fields of a step. How a value is written depends
 * on the type of field; a word for it is a part of the key, so that a step needs no look at the
 * sub-account's fields before it sends.
 */

const INPUTS = {
  text: { type: 'string' },
  long: { type: 'text' },
  number: {
    type: 'number',
    helpText:
      'A comma before exactly three digits separates thousands, a point never does: `1,234` is 1234, `1.234` is a little more than 1, and `9,99` is 9.99.',
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
export const CUSTOM_GROUP = { key: 'customGroup', label: 'Custom Fields' } as const;

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
  MONETORY: { word: 'number', kind: 'amount' },
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

/** The custom fields of one kind of record. */
export interface CustomFieldForm {
  /** Their input fields, in HighLevel's order. */
  inputs: FieldsByKey;
  /**
   * Sample and output fields of such records, the sub-account's own custom fields among them.
   *
   * @param within the key and label of the part that has the values, where that is not the record
   */
  withOutputs: (
    resource: Pick<Resource, 'output'>,
    within?: { key: string; label: string },
  ) => {
    sample: Resource['output']['sample'];
    outputFields: (OutputField | ((z: ZObject, bundle: Bundle) => Promise<OutputField[]>))[];
  };
}

/** The custom fields of one kind of record, whose `custom` has their values by their IDs. */
export function customFieldsOf(model: 'contact' | 'opportunity'): CustomFieldForm {
  return {
    inputs: fieldsByKey(
      async (z, bundle) => (await writableFields(z, bundle, model)).map(inputOf),
      (key, meta = {}) => {
        const { word } = partsOf(key) ?? {};
        return word && asInput(key, word, { kind: KINDS[word], label: LABELS[word], ...meta });
      },
    ),
    withOutputs({ output }, within) {
      const named = async (z: ZObject, bundle: Bundle) =>
        (await writableFields(z, bundle, model)).map((entry) => outputOf(entry, within));
      return { sample: output.sample, outputFields: [...output.outputFields, named] };
    },
  };
}

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
    group: CUSTOM_GROUP.key,
    label: toText(meta['label']) ?? LABELS[word],
    meta,
    ...(options && { choices: Object.fromEntries(options.map((option) => [option, option])) }),
  };
}

function outputOf(
  { field, word }: WritableField,
  within?: { key: string; label: string },
): OutputField {
  const label = labelOf(field);
  return {
    key: `${within ? `${within.key}__` : ''}custom__${field.id}`,
    label: within ? `${within.label} ${label}` : label,
    ...(word === 'list' ? { list: true } : {}),
    type: word === 'number' ? 'number' : 'string',
  };
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

/** Custom fields that HighLevel did not save as they were sent: their labels, and a sentence each. */
export interface UnsavedFields {
  labels: string[];
  sentences: string[];
}

/**
 * What was sent and is not in the answer: HighLevel drops options that a field does not have, and all
 * of a field that was deleted, without an error.
 *
 * @param saved the record's `customFields` in the answer; without them nothing is known
 */
export function unsavedFields(bundle: Bundle, saved: unknown): UnsavedFields {
  const { labels } = stepOf(bundle);
  const dropped = droppedValues(bundle.inputData, saved).map(({ key, values }) => ({
    label: labels[key] ?? key,
    values,
  }));
  return {
    labels: dropped.map(({ label }) => label),
    sentences: dropped.map(
      ({ label, values }) =>
        `HighLevel did not save ${values.map(quoted).join(', ')} in ${label}. Most often the field has no such option, or was deleted.`,
    ),
  };
}

function droppedValues(
  inputData: Readonly<Record<string, unknown>>,
  saved: unknown,
): { key: string; values: string[] }[] {
  if (!Array.isArray(saved)) return [];
  const byId = new Map(Object.entries(customValuesIn(saved)));
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

async function writableFields(z: ZObject, bundle: Bundle, model: string): Promise<WritableField[]> {
  const fields = await listCustomFields(z, bundle, model);
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
