import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { objectFieldInputs, withObjectFields } from '../../lib/objects/field_inputs.ts';
import { objectField, peopleFields, RECORD_GROUPS } from '../../lib/objects/fields.ts';
import { createRecord } from '../../lib/objects/write.ts';
import { objectRecord } from '../../resources/object_record.ts';

const inputFields = defineInputFields([
  { ...objectField, required: true },
  objectFieldInputs,
  ...peopleFields,
]);

export const perform = (async (z, bundle) =>
  createRecord(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_record',
  noun: 'Record',
  display: {
    label: 'Create Record',
    description:
      'Creates a record of one of your custom objects, such as a pet or a property. Its fields appear after you choose the custom object. For a contact, opportunity or company, use the step of that name.',
  },
  operation: {
    inputFields,
    inputFieldGroups: RECORD_GROUPS,
    perform,
    ...withObjectFields(objectRecord),
  },
});
