import type { Bundle, ZObject } from 'zapier-platform-core';

import { customValue, savedCustomValue } from '../../resources/custom_value.ts';
import type { RecordOf } from '../../resources/define.ts';
import { locationOf } from '../connection/location.ts';
import { path } from '../http/path.ts';
import { folded, quoted } from '../inputs/characters.ts';
import { invalid } from '../inputs/refusal.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { defineRecords } from '../records/records.ts';

type CustomValue = RecordOf<typeof customValue>;

/** The custom values of the sub-account; HighLevel lists all of them at once. */
export const customValuesOf = (bundle: Bundle) =>
  defineRecords(customValue, {
    path: path`/locations/${locationOf(bundle)}/customValues`,
    one: 'customValue',
    many: 'customValues',
  });

export const customValueChoices: ChoiceSource = async (z, bundle) => {
  const values = await customValuesOf(bundle).list(z, bundle);
  return {
    choices: values.map(({ id, name }) => ({ id, name: name ?? 'Custom value without a name' })),
  };
};

/** The custom values that a text names exactly: by ID, by key with or without braces, or by name. */
export function customValuesNamed(values: readonly CustomValue[], typed: string): CustomValue[] {
  const byId = values.filter(({ id }) => id === typed);
  if (byId.length > 0) return byId;
  const key = keyOf(typed);
  const byKey = values.filter(({ fieldKey }) => fieldKey !== null && keyOf(fieldKey) === key);
  if (byKey.length > 0) return byKey;
  return values.filter(({ name }) => folded(name ?? '') === folded(typed));
}

/** `custom_values.office_hours` of `{{ custom_values.office_hours }}` */
function keyOf(text: string): string {
  return text.replaceAll(/[{}\s]/g, '').toLowerCase();
}

/**
 * Changes the custom value with a name, or creates it.
 *
 * @param named its name, key or ID
 * @throws errors.Error when several have the name
 */
export async function setCustomValue(
  z: ZObject,
  bundle: Bundle,
  { named, value }: { named: string; value: string },
) {
  const records = customValuesOf(bundle);
  const [found, second] = customValuesNamed(await records.list(z, bundle), named);
  if (second) {
    throw invalid(
      `"Custom Value" cannot be ${quoted(named)}: several custom values have this name.`,
      'Map the ID of the one you mean, or rename the others in HighLevel.',
    );
  }
  const saved = found
    ? await records.update(z, bundle, found.id, { name: found.name ?? named, value })
    : await records.create(z, bundle, { name: named, value });
  return savedCustomValue.parse({ ...saved, isNew: !found });
}
