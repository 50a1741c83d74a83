import type { Sandbox } from '../sandbox.ts';
import type { CustomField, CustomFieldValue } from '../state/records.ts';

/** A value as it is written: the field by id or by key. */
export interface WrittenField {
  id?: string | undefined;
  key?: string | undefined;
  field_value?: unknown;
  value?: unknown;
}

const CHOSEN = ['SINGLE_OPTIONS', 'RADIO', 'MULTIPLE_OPTIONS', 'CHECKBOX'];

/** What is left of a value when options that the field does not have are dropped, without a word. */
function amongOptions({ dataType, picklistOptions = [] }: CustomField, given: unknown): unknown {
  if (!CHOSEN.includes(dataType)) return given;
  const isOption = (one: unknown): boolean => picklistOptions.some((option) => option === one);
  if (!Array.isArray(given)) return isOption(given) ? given : undefined;
  const known = given.filter(isOption);
  return known.length > 0 ? known : undefined;
}

const withoutModel = (key: string): string => key.replace(/^(contact|opportunity)\./, '');

/**
 * The values after a write: fields by id or by key (`contact.pet_name`, or without the `contact.`);
 * unknown ones are dropped, empty ones removed.
 */
export function writeCustomFields(
  sandbox: Sandbox,
  of: Pick<CustomField, 'locationId' | 'model'>,
  input: readonly WrittenField[],
  before: readonly CustomFieldValue[],
): CustomFieldValue[] {
  const values = new Map(before.map(({ id, value }) => [id, value]));
  for (const { id, key, field_value: fieldValue, value } of input) {
    const field = sandbox.store.customFields.find(
      (one) =>
        one.locationId === of.locationId &&
        one.model === of.model &&
        (one.id === id || (key !== undefined && withoutModel(one.fieldKey) === withoutModel(key))),
    );
    const given = fieldValue ?? value;
    if (!field) continue;
    if (given === '' || given === undefined) values.delete(field.id);
    else {
      const found = amongOptions(field, given);
      if (found !== undefined) values.set(field.id, found);
    }
  }
  return [...values].map(([id, value]) => ({ id, value }));
}
