import { errors, type PlainInputField } from 'zapier-platform-core';

import { isRecord, toList } from '../../resources/values.ts';

/**
 * A step's input as its operation reads it: blank values gone, ids and names without stray spaces,
 * yes/no and numbers as such. Zapier hands over what a person mapped, which may be any of these.
 *
 * @throws errors.Error that names the field by its label
 */
export function readInputs(
  fields: readonly PlainInputField[],
  inputData: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const values = present(fields, inputData);
  for (const field of fields) {
    if (field.required && field.type !== 'copy' && values[field.key] === undefined) {
      throw new errors.Error(
        `"${labelOf(field)}" is empty. Fill it in, or map a value that the earlier step always gives.`,
        'missing_input',
      );
    }
  }
  return values;
}

/** The values that are not blank, each as its field says. */
function present(
  fields: readonly PlainInputField[],
  inputData: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const byKey = new Map(withChildren(fields).map((field) => [field.key, field]));
  return Object.fromEntries(
    Object.entries(inputData).flatMap(([key, raw]) => {
      const field = byKey.get(key);
      // One value where a list is asked for, as a step of another app may map it.
      const value = readValue(field, field?.list ? toList(raw) : raw);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** The labels of fields and of their children, by key. */
export function labelsOf(fields: readonly PlainInputField[]): Record<string, string> {
  return Object.fromEntries(withChildren(fields).map((field) => [field.key, labelOf(field)]));
}

function withChildren(fields: readonly PlainInputField[]): PlainInputField[] {
  return fields.flatMap((field) => [field, ...(field.children ?? [])]);
}

function labelOf(field: PlainInputField): string {
  return field.label ?? field.key;
}

function readValue(field: PlainInputField | undefined, raw: unknown): unknown {
  if (raw === null || raw === undefined) return undefined;
  if (Array.isArray(raw)) {
    const list = raw.flatMap((entry) => readValue(field, entry) ?? []);
    return list.length === 0 ? undefined : list;
  }
  if (field?.children && isRecord(raw)) return readLine(field.children, raw);
  if (typeof raw !== 'string') return raw;
  if (raw.trim() === '') return undefined;
  if (field?.type === 'boolean') return readBoolean(field, raw);
  if (field?.type === 'integer' || field?.type === 'number') return readNumber(field, raw);
  return field?.type === 'text' || field?.type === 'code' ? raw : raw.trim();
}

/** One line item; a line of blanks is none. Zapier shows empty lines where a list is shorter. */
function readLine(children: readonly PlainInputField[], raw: Record<string, unknown>): unknown {
  return Object.keys(present(children, raw)).length === 0 ? undefined : readInputs(children, raw);
}

function readBoolean(field: PlainInputField, raw: string): boolean {
  const text = raw.trim().toLowerCase();
  if (['true', 'yes', 'y', 't', '1', 'on'].includes(text)) return true;
  if (['false', 'no', 'n', 'f', '0', 'off'].includes(text)) return false;
  throw new errors.Error(
    `"${labelOf(field)}" must be yes or no, and is "${raw}".`,
    'invalid_input',
  );
}

function readNumber(field: PlainInputField, raw: string): number {
  const number = Number(raw.trim());
  if (Number.isFinite(number) && (field.type === 'number' || Number.isInteger(number))) {
    return number;
  }
  const kind = field.type === 'integer' ? 'a whole number' : 'a number';
  throw new errors.Error(`"${labelOf(field)}" must be ${kind}, and is "${raw}".`, 'invalid_input');
}
