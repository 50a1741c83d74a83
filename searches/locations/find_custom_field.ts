import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { customFieldChoices } from '../../lib/locations/custom_fields.ts';
import { byName } from '../../lib/operations/by_name.ts';
import { listCustomFields } from '../../lib/locations/custom_fields.ts';
import { customField } from '../../resources/custom_field.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText:
      'The name of the field or part of it, or its key, such as `contact.membership`. An exact match comes first.',
  },
  {
    key: 'customFieldId',
    label: 'Custom Field',
    type: 'string',
    choices: choicesFrom(customFieldChoices),
    resource: 'custom_field',
    helpText: 'Instead of a name, choose the field here.',
  },
  {
    key: 'model',
    label: 'Belongs To',
    type: 'string',
    choices: { contact: 'Contacts', opportunity: 'Opportunities', all: 'Both' },
    helpText: 'Leave blank for both.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, customFieldId, model = 'all' } = bundle.inputData;
  exactlyOne({ Name: name, 'Custom Field': customFieldId });
  const fields = await listCustomFields(z, bundle, model);
  if (name === undefined) return fields.filter(({ id }) => id === customFieldId);
  const byKey = fields.filter(({ fieldKey }) => fieldKey === name);
  return byKey.length > 0 ? byKey : byName(fields, name);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_custom_field',
  noun: 'Custom Field',
  display: {
    label: 'Find Custom Field',
    description: 'Finds a custom field of your sub-account by its name or key.',
  },
  operation: { inputFields, perform, ...customField.output },
});
