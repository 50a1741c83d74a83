import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core';

/** Whether a field shows for the values of other fields. */
export type Shows = (
  field: PlainInputField,
  inputData: Readonly<Record<string, unknown>>,
) => boolean;

/** Fields that appear only for some choices, with all of them declared in one static list. */
export type FieldsByChoice<Fields> = ((z: ZObject, bundle: Bundle) => Fields) & {
  declared: Fields;
  shows: Shows;
};

/**
 * Fields that depend on what was chosen in another field. The whole list stays readable, for the
 * labels in errors and for the type of `perform`.
 *
 * @param shows whether a field shows for the inputs so far
 */
export function fieldsByChoice<const Fields extends PlainInputField[]>(
  declared: Fields,
  shows: Shows,
): FieldsByChoice<Fields> {
  const choose = (_z: ZObject, bundle: Bundle) =>
    // Some of the list, typed as all of it: each key may be in the inputs, none must.
    declared.filter((field) => shows(field, bundle.inputData)) as Fields;
  return Object.assign(choose, { declared, shows });
}

/** Fields that HighLevel's own lists make, such as custom fields: a key alone says what one takes. */
export type FieldsByKey = ((z: ZObject, bundle: Bundle) => Promise<PlainInputField[]>) & {
  fieldOf: (key: string, meta: KeptMeta | undefined) => PlainInputField | undefined;
  /** Whether a step that has any of them reads the list again when it runs. */
  isReadAtRun: boolean;
};

/** What Zapier keeps of a field's `meta` from when the form was filled in. */
export type KeptMeta = Readonly<Record<string, unknown>>;

/**
 * Fields that HighLevel's own lists make. When a step runs they are known by their keys and by what
 * Zapier kept of their `meta`, without a request.
 *
 * @param list the fields of the form
 * @param fieldOf the field with a key; undefined for a key that is of no such field
 * @param options.isReadAtRun whether the list is read when the step runs, as where the step needs it
 *   in any case
 */
export function fieldsByKey(
  list: (z: ZObject, bundle: Bundle) => Promise<PlainInputField[]>,
  fieldOf: FieldsByKey['fieldOf'],
  { isReadAtRun = false }: { isReadAtRun?: boolean } = {},
): FieldsByKey {
  return Object.assign((z: ZObject, bundle: Bundle) => list(z, bundle), { fieldOf, isReadAtRun });
}
