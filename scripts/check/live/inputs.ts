import { toList, toText, type RawRecord } from '../../../resources/values.ts';
import { inDefinition, staticChoices } from '../forms.ts';
import {
  hasDynamicDropdown,
  isFunction,
  readFields,
  type Field,
  type Operation,
} from '../integration.ts';
import { somebody, someFile } from './records.ts';
import type { SandboxAccount } from './sandbox-account.ts';

/** The first values of a field's dropdown, as the editor fills it. */
export async function choicesOf(
  { app, connection }: SandboxAccount,
  operation: Operation,
  field: Field,
  inputData: RawRecord = {},
): Promise<string[]> {
  const bundle = { ...connection, inputData };
  const dynamic = toText(field.raw['dynamic']);
  if (dynamic !== null) {
    const [trigger, idKey = 'id'] = dynamic.split('.');
    const items = await app.list({
      method: `triggers.${String(trigger)}.operation.perform`,
      bundle: { ...bundle, meta: { isFillingDynamicDropdown: true } },
    });
    return items.flatMap((item) => toText(item[idKey]) ?? []);
  }
  if (!hasDynamicDropdown(field)) return staticChoices(field);
  const { results } = await app.choices(operation.path, field.key, bundle);
  return results.map(({ id }) => id);
}

/** The fields of an operation's form for what is filled in so far. */
export async function formOf(
  { app, connection }: SandboxAccount,
  operation: Operation,
  inputData: RawRecord,
): Promise<Field[]> {
  if (!toList(operation.raw['inputFields']).some(isFunction)) return operation.staticFields;
  const fields = await app.inputFields(operation.path, { ...connection, inputData });
  return inDefinition(operation, readFields(fields));
}

/**
 * Inputs with which an operation could run, in the order to try them: what it requires and what is
 * given; then the same with one optional field more, for operations that ask for one of several.
 *
 * @param given inputs that only this operation knows
 */
export async function* inputsFor(
  account: SandboxAccount,
  operation: Operation,
  given: RawRecord,
): AsyncGenerator<RawRecord> {
  const required = await withRequired(account, operation, given);
  yield required;
  const optional = (await formOf(account, operation, required)).filter(
    ({ key, type }) => !(key in required) && type !== 'copy',
  );
  for (const field of optional) {
    const value = await valueOf(account, operation, field, required);
    if (value === undefined) continue;
    yield withRequired(account, operation, { ...required, [field.key]: value });
  }
}

/** The inputs and what the form requires beside them, also what it requires only then. */
async function withRequired(
  account: SandboxAccount,
  operation: Operation,
  given: RawRecord,
): Promise<RawRecord> {
  const inputData = { ...given };
  for (;;) {
    const fields = await formOf(account, operation, inputData);
    const missing = fields.find(
      ({ key, type, required }) => required && type !== 'copy' && !(key in inputData),
    );
    if (!missing) return inputData;
    inputData[missing.key] = (await valueOf(account, operation, missing, inputData)) ?? '';
  }
}

async function valueOf(
  account: SandboxAccount,
  operation: Operation,
  field: Field,
  inputData: RawRecord,
): Promise<unknown> {
  if (field.children.length > 0) {
    const entries = field.children.map(async (child) => [
      child.key,
      await valueOf(account, operation, child, inputData),
    ]);
    return [Object.fromEntries(await Promise.all(entries))];
  }
  const [choice] = await choicesOf(account, operation, field, inputData);
  const value = choice ?? field.raw['default'] ?? (await exampleOf(account, field));
  return field.isList && value !== undefined ? [value] : value;
}

const DAY_MS = 86_400_000;

/** A value that a person could type: of somebody who exists where the field asks for a person. */
async function exampleOf(account: SandboxAccount, { key, type }: Field): Promise<unknown> {
  switch (type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    case 'datetime':
      return new Date(Date.now() + DAY_MS).toISOString();
    case 'file':
      return someFile(account);
    default:
      return textFor(account, key.toLowerCase());
  }
}

async function textFor(account: SandboxAccount, key: string): Promise<string> {
  const person = await somebody(account);
  if (key.includes('email')) return String(person['email']);
  if (key.includes('phone') || key.includes('number')) return String(person['phone']);
  if (key.includes('url') || key.includes('attachment')) return someFile(account);
  return String(person['firstName']);
}
