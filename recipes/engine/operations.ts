import type { PlainInputField, ZObject } from 'zapier-platform-core';

import app from '../../index.ts';
import { staticChoices } from '../../local/index.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import type { Inputs } from '../recipe.ts';

/** What a recipe needs to know of one of this integration's operations. */
export interface OperationFacts {
  label: string;
  /** The fields that show for what is filled in. Of a sub-account's own, those that are filled in. */
  inputFields: (inputs: Inputs) => PlainInputField[];
  outputFields: OutputField[];
  /** Whether it pauses the Zap, and returns something once it goes on. */
  waits: boolean;
}

export interface OutputField {
  key: string;
  label: string;
}

export type OperationKind = 'triggers' | 'searches' | 'creates';

/** Reads an operation from the integration's definition. @throws Error when there is none */
export function operationFacts(kind: OperationKind, key: string): OperationFacts {
  const entry = toRecord(toRecord(app[kind])[key]);
  const operation = toRecord(entry['operation']);
  const label = toText(toRecord(entry['display'])['label']);
  if (label === null) throw new Error(`There is no ${kind}.${key}.`);
  return {
    label,
    inputFields: (inputs) =>
      toList(operation['inputFields']).flatMap((field) => shownFields(field, inputs)),
    outputFields: toList(operation['outputFields'])
      .filter(isRecord)
      .map((field) => ({ key: String(field['key']), label: toText(field['label']) ?? '' })),
    waits: operation['performResume'] !== undefined,
  };
}

/** The search and the create behind a "find or create" step, and its label. */
export function pairOf(key: string): { label: string; search: string; create: string } {
  const pairs: unknown = app.searchOrCreates;
  const { display, search, create } = toRecord(toRecord(pairs)[key]);
  const label = toText(toRecord(display)['label']);
  if (label === null) throw new Error(`There is no searchOrCreates.${key}.`);
  return { label, search: String(search), create: String(create) };
}

/** Before the label of a field that the sub-account made itself, in place of a key with its ID. */
export const OWN_FIELD = 'field:';

function shownFields(field: unknown, inputs: Inputs): PlainInputField[] {
  if (typeof field !== 'function') return [plain(field)];
  if ('fieldOf' in field) return ownFieldsIn(inputs);
  const hasList = 'declared' in field;
  // Zapier's schema allows nothing but functions of z and bundle.
  const shown = field as (z: ZObject | undefined, bundle: { inputData: RawRecord }) => unknown;
  // Fields by choice read nothing but the inputs; the others ask the sub-account.
  return hasList ? toList(shown(undefined, { inputData: { ...inputs } })).map(plain) : [];
}

/** What a recipe fills in of the sub-account's own fields. */
function ownFieldsIn(inputs: Inputs): PlainInputField[] {
  return Object.keys(inputs)
    .filter((key) => key.startsWith(OWN_FIELD))
    .map((key) => ({ key, label: key.slice(OWN_FIELD.length), type: 'string' }));
}

function plain(field: unknown): PlainInputField {
  // Zapier's schema allows nothing but fields.
  return field as PlainInputField;
}

/** The static choices of a field with their labels; none for a dropdown that a function fills. */
export function choicesOf(field: PlainInputField): Record<string, string> {
  return Object.fromEntries(staticChoices(field).map(({ id, label }) => [id, label]));
}

/** Whether a field is filled from a dropdown of the sub-account's records. */
export function isDynamicDropdown(field: PlainInputField): boolean {
  const { choices } = field;
  const isFilled = isRecord(choices) && typeof choices['perform'] === 'function';
  return isFilled || ('dynamic' in field && field.dynamic !== undefined);
}
