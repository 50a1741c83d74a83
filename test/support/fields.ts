import {
  apiSubAccountField,
  instantSubAccountField,
  polledSubAccountField,
  subAccountField,
} from '../../lib/operations/sub_account_field.ts';
import { isRecord, type RawRecord } from '../../resources/values.ts';

/** An operation's field in its definition. @throws Error when it has none of this key */
export function fieldOf(entry: { operation: { inputFields?: unknown } }, key: string): RawRecord {
  const { inputFields } = entry.operation;
  const fields: unknown[] = Array.isArray(inputFields) ? inputFields : [];
  const found = fields.filter(isRecord).find((field) => field['key'] === key);
  if (!found) throw new Error(`The operation has no static field ${key}.`);
  return found;
}

/** The function that fills a field's dropdown. */
export function choicesOf(entry: { operation: { inputFields?: unknown } }, key: string): unknown {
  const { choices } = fieldOf(entry, key);
  return isRecord(choices) ? choices['perform'] : undefined;
}

/** Whether a function among an operation's input fields asks an agency for its sub-account. */
export function isSubAccountField(make: unknown): boolean {
  return [subAccountField, polledSubAccountField, instantSubAccountField, apiSubAccountField].some(
    (own) => own === make,
  );
}

/** The function among an operation's input or output fields, such as the one for custom fields. */
export function functionOf(fields: unknown): unknown {
  const list: unknown[] = Array.isArray(fields) ? fields : [];
  return list.find((field) => typeof field === 'function' && !isSubAccountField(field));
}
