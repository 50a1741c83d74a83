import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { withObjectFields } from '../../lib/objects/field_inputs.ts';
import { fieldField, objectField, queryField, recordField } from '../../lib/objects/fields.ts';
import { findRecords } from '../../lib/objects/find.ts';
import { objectRecord } from '../../resources/object_record.ts';

const inputFields = defineInputFields([
  { ...objectField, required: true },
  {
    ...fieldField,
    dependsOn: ['objectKey'],
    helpText: 'The field to look in. Most often the one that names the record.',
  },
  {
    key: 'value',
    label: 'Value',
    type: 'string',
    helpText: 'The whole value that **Field** must have. For a choice, its label or key.',
  },
  queryField,
  {
    ...recordField,
    dependsOn: ['objectKey'],
    search: undefined,
    helpText: 'Instead of the fields above, a record from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { inputData, meta } = bundle;
  const { records, next } = await findRecords(z, bundle, inputData, meta.paging_token);
  return { results: records, paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_record',
  noun: 'Record',
  display: {
    label: 'Find Record',
    description:
      'Finds a record of a custom object by one of its fields, by words or by ID. If several match, the newest one is used. A record that was written seconds ago may not be found by a field yet.',
  },
  operation: { inputFields, perform, canPaginate: true, ...withObjectFields(objectRecord) },
});
