import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import {
  customValueChoices,
  customValuesNamed,
  customValuesOf,
} from '../../lib/locations/custom_values.ts';
import { byName } from '../../lib/operations/by_name.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { customValue } from '../../resources/custom_value.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText:
      'The name of the custom value or part of it, or its key, such as `custom_values.office_hours`. An exact match comes first.',
  },
  {
    key: 'customValueId',
    label: 'Custom Value',
    type: 'string',
    choices: choicesFrom(customValueChoices),
    resource: 'custom_value',
    helpText: 'Instead of a name, choose the custom value here.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, customValueId } = bundle.inputData;
  exactlyOne({ Name: name, 'Custom Value': customValueId });
  const values = await customValuesOf(bundle).list(z, bundle);
  if (name === undefined) return values.filter(({ id }) => id === customValueId);
  const exact = customValuesNamed(values, name);
  return exact.length > 0 ? exact : byName(values, name);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_custom_value',
  noun: 'Custom Value',
  display: {
    label: 'Find Custom Value',
    description: 'Finds a custom value of your sub-account by its name or key.',
  },
  operation: { inputFields, perform, ...customValue.output },
});
