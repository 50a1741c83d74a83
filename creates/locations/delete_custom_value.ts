import { defineCreate } from 'zapier-platform-core';

import { customValueChoices, customValuesOf } from '../../lib/locations/custom_values.ts';
import { choicesFrom, findByName } from '../../lib/operations/choices.ts';
import { removedCustomValue } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_custom_value',
  noun: 'Custom Value',
  display: {
    label: 'Delete Custom Value',
    description: 'Deletes a custom value of your sub-account. This cannot be undone.',
  },
  operation: {
    inputFields: [
      {
        key: 'customValueId',
        label: 'Custom Value',
        type: 'string',
        required: true,
        choices: choicesFrom(customValueChoices, findByName(customValueChoices, 'custom value')),
        resource: 'custom_value',
        search: 'find_custom_value.id',
        helpText: 'Choose a custom value, or map its ID or name from an earlier step.',
      },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**Templates, workflows and pages that use this custom value lose its text.** This cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { customValueId } = bundle.inputData;
      await customValuesOf(bundle).delete(z, bundle, customValueId);
      return removedCustomValue.parse({ id: customValueId, deleted: true });
    },
    ...removedCustomValue.output,
  },
});
