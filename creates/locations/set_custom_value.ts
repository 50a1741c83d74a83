import { defineCreate } from 'zapier-platform-core';

import { customValueChoices, setCustomValue } from '../../lib/locations/custom_values.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { savedCustomValue } from '../../resources/custom_value.ts';

export default defineCreate({
  key: 'set_custom_value',
  noun: 'Custom Value',
  display: {
    label: 'Set Custom Value',
    description:
      'Changes a custom value of your sub-account, or creates it if there is none with this name.',
  },
  operation: {
    inputFields: [
      {
        key: 'named',
        label: 'Custom Value',
        type: 'string',
        required: true,
        meta: { kind: 'line' },
        choices: choicesFrom(customValueChoices),
        resource: 'custom_value',
        helpText:
          'Choose a custom value, or type the name of a new one. For an existing one, you can also use its key, such as `custom_values.office_hours`.',
      },
      {
        key: 'value',
        label: 'Value',
        type: 'text',
        required: true,
        helpText: 'Replaces the value everywhere the custom value is used.',
      },
    ],
    perform: (z, bundle) => setCustomValue(z, bundle, bundle.inputData),
    ...savedCustomValue.output,
  },
});
