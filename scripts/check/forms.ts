import { staticChoices } from '../../local/index.ts';
import { toList, type RawRecord } from '../../resources/values.ts';
import {
  hasDynamicDropdown,
  isFunction,
  type Field,
  type Form,
  type Operation,
} from './integration.ts';

/** What answers for the functions of an operation's form. */
export interface FormSource {
  /** The fields for what is filled in so far, all in their order. */
  fields(inputData: RawRecord): Promise<Field[]>;
  /** Some values of a field whose dropdown is filled when it opens. */
  choices(field: Field): Promise<string[]>;
}

/** No form has more states than this; one that seems to is a mistake. */
const MOST_FORMS = 300;

/** How many values of a dropdown that is filled when it opens are tried. */
const DYNAMIC_VALUES = 2;

/**
 * Every state of an operation's form: as it opens, and for each value of each field that alters it,
 * alone and together with the others.
 */
export async function formsOf(operation: Operation, source: FormSource): Promise<Form[]> {
  if (!toList(operation.raw['inputFields']).some(isFunction)) {
    return [{ inputData: {}, fields: operation.staticFields }];
  }
  const forms: Form[] = [];
  const known = new Set<string>(['{}']);
  const waiting: RawRecord[] = [{}];
  for (let inputData = waiting.shift(); inputData; inputData = waiting.shift()) {
    const fields = await source.fields(inputData);
    forms.push({ inputData, fields });
    for (const field of fields.filter(({ raw }) => raw['altersDynamicFields'] === true)) {
      if (field.key in inputData) continue;
      for (const value of await valuesOf(field, source)) {
        const next = { ...inputData, [field.key]: value };
        const name = JSON.stringify(Object.entries(next).sort());
        if (known.has(name)) continue;
        if (known.size > MOST_FORMS) {
          throw new Error(`The form of ${operation.path} has more than ${MOST_FORMS} states.`);
        }
        known.add(name);
        waiting.push(next);
      }
    }
  }
  return forms;
}

async function valuesOf(field: Field, source: FormSource): Promise<unknown[]> {
  if (hasDynamicDropdown(field)) {
    const values = await source.choices(field);
    return values.slice(0, DYNAMIC_VALUES);
  }
  if (field.type === 'boolean') return [true, false];
  return staticChoices(field.raw).map(({ id }) => id);
}
