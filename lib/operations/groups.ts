import { toList, toRecord } from '../../resources/values.ts';

/** A heading of a form in Zapier's editor. */
export interface FieldGroup {
  key: string;
  label: string;
}

/** Fields under a heading, which the operation lists in its `inputFieldGroups`. */
export function inGroup<const Fields extends object[]>(
  { key }: FieldGroup,
  fields: Fields,
): Fields {
  // The same fields, each with one more property, which their types do not ask for.
  return fields.map((field) => ({ ...field, group: key })) as unknown as Fields;
}

/** The headings under which any of an operation's fields stand, in the order of `groups`. */
export function groupsOf(
  groups: Readonly<Record<string, FieldGroup>>,
  inputFields: readonly unknown[],
): FieldGroup[] {
  const fields = inputFields.flatMap((part) =>
    typeof part === 'function' && 'declared' in part ? toList(part.declared) : [part],
  );
  const used = new Set(fields.map((field) => toRecord(field)['group']));
  return Object.values(groups).filter(({ key }) => used.has(key));
}
