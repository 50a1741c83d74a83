import { staticChoices, type LocalZapier } from '../../../local/index.ts';
import { toList, type RawRecord } from '../../../resources/values.ts';
import {
  hasDynamicDropdown,
  isFunction,
  readFields,
  type Field,
  type Operation,
} from '../integration.ts';
import { somebody, someFile } from './records.ts';

/** The first values of a field's dropdown, as the editor fills it. */
export async function choicesOf(
  zapier: LocalZapier,
  operation: Operation,
  field: Field,
  inputData: RawRecord = {},
): Promise<string[]> {
  if (!hasDynamicDropdown(field)) return staticChoices(field.raw).map(({ id }) => id);
  const { results } = await zapier.choices(operation.path, field.key, { inputData });
  return results.map(({ id }) => id);
}

/** The fields of an operation's form for what is filled in so far. */
export async function formOf(
  zapier: LocalZapier,
  operation: Operation,
  inputData: RawRecord,
): Promise<Field[]> {
  if (!toList(operation.raw['inputFields']).some(isFunction)) return operation.staticFields;
  return readFields(await zapier.inputFields(operation.path, inputData));
}

/**
 * Inputs with which an operation could run, in the order to try them: what it requires and what is
 * given; then the same with one optional field more, for operations that ask for one of several.
 *
 * @param given inputs that only this operation knows
 */
export async function* inputsFor(
  zapier: LocalZapier,
  operation: Operation,
  given: RawRecord,
): AsyncGenerator<RawRecord> {
  const required = await withRequired(zapier, operation, given);
  yield required;
  const optional = (await formOf(zapier, operation, required)).filter(
    ({ key, type }) => !(key in required) && type !== 'copy',
  );
  for (const field of optional) {
    const value = await valueOf(zapier, operation, field, required);
    if (value === undefined) continue;
    yield withRequired(zapier, operation, { ...required, [field.key]: value });
  }
}

/** The inputs and what the form requires beside them, also what it requires only then. */
async function withRequired(
  zapier: LocalZapier,
  operation: Operation,
  given: RawRecord,
): Promise<RawRecord> {
  const inputData = { ...given };
  for (;;) {
    const fields = await formOf(zapier, operation, inputData);
    const missing = fields.find(
      ({ key, type, required }) => required && type !== 'copy' && !(key in inputData),
    );
    if (!missing) return inputData;
    inputData[missing.key] = (await valueOf(zapier, operation, missing, inputData)) ?? '';
  }
}

async function valueOf(
  zapier: LocalZapier,
  operation: Operation,
  field: Field,
  inputData: RawRecord,
): Promise<unknown> {
  if (field.children.length > 0) {
    const entries = field.children.map(async (child) => [
      child.key,
      await valueOf(zapier, operation, child, inputData),
    ]);
    return [Object.fromEntries(await Promise.all(entries))];
  }
  const [choice] = await choicesOf(zapier, operation, field, inputData);
  const value = choice ?? field.raw['default'] ?? (await exampleOf(zapier, field));
  return field.isList && value !== undefined ? [value] : value;
}

const DAY_MS = 86_400_000;

/** A value that a person could type: of somebody who exists where the field asks for a person. */
async function exampleOf(zapier: LocalZapier, { key, type }: Field): Promise<unknown> {
  switch (type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return 1;
    case 'datetime':
      return new Date(Date.now() + DAY_MS).toISOString();
    case 'file':
      return someFile(zapier);
    default:
      return textFor(zapier, key.toLowerCase());
  }
}

async function textFor(zapier: LocalZapier, key: string): Promise<string> {
  const person = await somebody(zapier);
  if (key.includes('email')) return String(person['email']);
  if (key.includes('phone') || key.includes('number')) return String(person['phone']);
  if (key.includes('url') || key.includes('attachment')) return someFile(zapier);
  return String(person['firstName']);
}
