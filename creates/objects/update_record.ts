import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { objectFieldInputs, withObjectFields } from '../../lib/objects/field_inputs.ts';
import { objectField, peopleFields, recordField, RECORD_GROUPS } from '../../lib/objects/fields.ts';
import { updateRecord } from '../../lib/objects/write.ts';
import { objectRecord } from '../../resources/object_record.ts';

const inputFields = defineInputFields([
  { ...objectField, required: true },
  { ...recordField, required: true, dependsOn: ['objectKey'] },
  objectFieldInputs,
  ...peopleFields,
]);

export const perform = (async (z, bundle) => {
  const { recordId, ...input } = bundle.inputData;
  return updateRecord(z, bundle, recordId, input);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_record',
  noun: 'Record',
  display: {
    label: 'Update Record',
    description:
      'Changes the fields or the owner of a record of a custom object. Fields left blank stay as they are. Its fields appear after you choose the custom object.',
  },
  operation: {
    inputFields,
    inputFieldGroups: RECORD_GROUPS,
    perform,
    ...withObjectFields(objectRecord),
  },
});
