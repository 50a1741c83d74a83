import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { objectField, queryField } from '../../lib/objects/fields.ts';
import { columnOutputs, listRecords } from '../../lib/objects/list.ts';
import { LIST_GROUPS, listFields } from '../../lib/objects/list_fields.ts';
import { objectRecordList } from '../../resources/object_record.ts';

const inputFields = defineInputFields([
  { ...objectField, required: true },
  queryField,
  ...listFields,
]);

export const perform = (async (z, bundle) => {
  const found = await listRecords(z, bundle, bundle.inputData);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

const { sample, outputFields } = objectRecordList.output;

export default defineSearch({
  key: 'find_records',
  noun: 'Record List',
  display: {
    label: 'Find Many Records',
    description:
      'Finds up to 500 records of a custom object that match your filters, as one text and as line items. If there are none, this step finds nothing. For contacts, use Find Many Contacts.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(LIST_GROUPS),
    perform,
    sample,
    outputFields: [...outputFields, columnOutputs],
  },
});
