import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

import type { OutputField } from '../../resources/derive.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { bothOrNone } from '../inputs/alternatives.ts';
import { invalid } from '../inputs/refusal.ts';
import { stepOf } from '../http/step_context.ts';
import { fieldsByKey, type FieldsByKey } from '../operations/made_fields.ts';
import { chosenSchema } from './choices.ts';
import {
  inputWith,
  isWord,
  moneyIn,
  outputsOf,
  OWN_CURRENCY,
  partsOf,
  typeOf,
  type InputPart,
  type Word,
} from './field_types.ts';
import type { ObjectField, ObjectSchema } from './schema.ts';

/** The fields of a custom object, as fields of a step. */

/** The heading under which they stand. */
export const FIELDS_GROUP = { key: 'fieldsGroup', label: 'Fields of the Record' } as const;

/**
 * The fields of the custom object in `objectKey`. A key has the word of the type and the field's ID, so
 * that a Zap goes on when a field is renamed. When the step runs they are read from HighLevel again,
 * with their choices of that day.
 */
export const objectFieldInputs: FieldsByKey = fieldsByKey(
  async (z, bundle) => (await chosenSchema(z, bundle))?.fields.flatMap(inputsOf) ?? [],
  (key, meta = {}) => {
    const { word, box } = keyParts(key) ?? {};
    if (word === undefined) return undefined;
    const label = toText(meta['label']) ?? 'Field of the Record';
    return asInput(key, { word, label, ...(box !== undefined && { box }) });
  },
  { isReadAtRun: true },
);

function inputsOf(field: ObjectField): PlainInputField[] {
  return partsOf(field).map((part) => ({
    ...asInput(keyOf(field, part), part),
    ...choicesOf(field, part),
  }));
}

function asInput(key: string, { word, label }: InputPart): PlainInputField {
  const input = inputWith(word, { key, label, group: FIELDS_GROUP.key });
  return { ...input, meta: { ...input.meta, label } };
}

/** An input for one value of a field, as a search takes it. */
export function valueInputOf(field: ObjectField): PlainInputField {
  const [part] = partsOf(field);
  const { word } = typeOf(field);
  const input = { ...asInput(keyOf(field, { word, label: '' }), { word, label: field.name }) };
  return part ? { ...input, ...choicesOf(field, part), list: false } : input;
}

/** The choices of a field. What is none of them is refused, where HighLevel takes no others. */
function choicesOf({ options, takesOthers }: ObjectField, { word }: InputPart) {
  if (options.length === 0 || (word !== 'choice' && word !== 'list')) return {};
  const choices = Object.fromEntries(options.map(({ key, label }) => [key, label]));
  const { meta } = inputWith(word, { key: '' });
  return takesOthers ? { choices } : { choices, meta: { ...meta, kind: 'choice' } };
}

function keyOf({ id }: ObjectField, { word, box }: InputPart): string {
  return `field_${word}_${id}${box === undefined ? '' : `_${box}`}`;
}

const KEY = /^field_([a-z]+)_([A-Za-z\d-]+)(?:_(.+))?$/;

function keyParts(key: string): { word: Word; id: string; box?: string } | undefined {
  const [, word = '', id, box] = KEY.exec(key) ?? [];
  if (id === undefined || !isWord(word)) return undefined;
  return { word, id, ...(box !== undefined && { box }) };
}

/** What a step writes of a record's fields. */
export interface WrittenFields {
  properties: RawRecord;
  /** Amounts that came without a currency: a record keeps the one that it has. */
  withoutCurrency: readonly string[];
}

/**
 * The `properties` for what a step's inputs say of an object's fields.
 *
 * @throws errors.Error for a field that the object does not have (any longer), and for a currency
 *   without an amount
 */
export function propertiesFrom(
  bundle: Bundle,
  schema: ObjectSchema,
  inputData: Readonly<RawRecord>,
): WrittenFields {
  const properties: RawRecord = {};
  const withoutCurrency: string[] = [];
  for (const [key, value] of Object.entries(inputData)) {
    const { word, id, box } = keyParts(key) ?? {};
    if (id === undefined || word === undefined) continue;
    const field = schema.fields.find((one) => one.id === id);
    if (!field) throw noSuchField(labelIn(bundle, key), schema);
    const { property } = field;
    if (word === 'box') {
      properties[`${property}.${box ?? ''}`] = value;
    } else if (word === 'money') {
      const currency = toText(inputData[`field_currency_${id}`]);
      if (currency === null) withoutCurrency.push(property);
      properties[property] = { currency: currencyOf(currency), value };
    } else if (word === 'currency') {
      const amountKey = `field_money_${id}`;
      if (inputData[amountKey] !== undefined) continue;
      bothOrNone({ [field.name]: undefined, [labelIn(bundle, key)]: value });
    } else {
      properties[property] = typeOf(field).write?.(value) ?? value;
    }
  }
  return { properties, withoutCurrency };
}

function currencyOf(typed: string | null): string {
  if (typed === null || typed.toLowerCase() === OWN_CURRENCY) return OWN_CURRENCY;
  return typed.toUpperCase();
}

/** The same with the currencies that a record has already, for amounts that came without one. */
export function withOwnCurrencies(
  { properties, withoutCurrency }: WrittenFields,
  current: RawRecord,
): RawRecord {
  const kept = withoutCurrency.flatMap((property) => {
    const { currency } = moneyIn(current[property]);
    const { value } = moneyIn(properties[property]);
    return currency === null ? [] : [[property, { currency, value }] as const];
  });
  return { ...properties, ...Object.fromEntries(kept) };
}

function labelIn(bundle: Bundle, key: string): string {
  return stepOf(bundle).labels[key] ?? 'A field';
}

function noSuchField(label: string, { singular }: ObjectSchema): Error {
  return invalid(
    `"${label}" is no field of the custom object ${singular}: it was deleted, or "Custom Object" was changed.`,
    'Open the step, refresh its fields, and fill them in again.',
  );
}

/**
 * Output fields for the values of the custom object that the step names.
 *
 * @param prefix before their keys: `fields__`, `record__fields__`
 */
export function objectFieldOutputs(prefix: string) {
  return async (z: ZObject, bundle: Bundle): Promise<OutputField[]> => {
    const schema = await chosenSchema(z, bundle);
    return (schema?.fields ?? [])
      .flatMap(outputsOf)
      .map((output) => ({ ...output, key: prefix + output.key }));
  };
}

/** Sample and output fields of a record, those of the custom object's own fields among them. */
export function withObjectFields<Sample>(
  { output }: { output: { sample: Sample; outputFields: OutputField[] } },
  prefix = 'fields__',
) {
  return {
    sample: output.sample,
    outputFields: [...output.outputFields, objectFieldOutputs(prefix)],
  };
}
