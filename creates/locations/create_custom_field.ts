import { defineCreate } from 'zapier-platform-core';

import {
  createCustomField,
  CUSTOM_FIELD_TYPES,
  customFieldDetails,
} from '../../lib/locations/new_custom_field.ts';
import { customField } from '../../resources/custom_field.ts';

export default defineCreate({
  key: 'create_custom_field',
  noun: 'Custom Field',
  display: {
    label: 'Create Custom Field',
    description: 'Creates a custom field for contacts or opportunities.',
  },
  operation: {
    inputFields: [
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        required: true,
        helpText: 'The question or label, such as `Membership`.',
      },
      {
        key: 'dataType',
        label: 'Type',
        type: 'string',
        required: true,
        choices: CUSTOM_FIELD_TYPES,
        altersDynamicFields: true,
        helpText: 'What the field contains. HighLevel does not let you change it later.',
      },
      {
        key: 'model',
        label: 'Belongs To',
        type: 'string',
        choices: { contact: 'Contacts', opportunity: 'Opportunities' },
        default: 'contact',
        helpText: 'The records that get the field.',
      },
      {
        key: 'placeholder',
        label: 'Placeholder',
        type: 'string',
        helpText: 'Optional. A hint shown while the field is empty.',
      },
      customFieldDetails,
    ],
    perform: (z, bundle) => createCustomField(z, bundle, bundle.inputData),
    ...customField.output,
  },
});
