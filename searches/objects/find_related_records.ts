import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { associationField, END_HELP } from '../../lib/objects/fields.ts';
import { relatedRecords } from '../../lib/objects/links.ts';
import { relatedRecord } from '../../resources/object_record.ts';

const inputFields = defineInputFields([
  {
    key: 'record',
    label: 'Record',
    type: 'string',
    required: true,
    helpText: `What the others are linked to. ${END_HELP}`,
  },
  {
    ...associationField,
    helpText:
      'Only what is linked by this association, such as `Registration – Guest`. Leave blank for all, unless **Record** is a name.',
  },
]);

export const perform = (async (z, bundle) => {
  const { inputData, meta } = bundle;
  const { results, next } = await relatedRecords(z, bundle, inputData, meta.paging_token);
  return { results, paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_related_records',
  noun: 'Related Record',
  display: {
    label: 'Find Related Records',
    description:
      'Finds what a contact, opportunity, company or record of a custom object is linked to: other contacts, companies or records.',
  },
  operation: { inputFields, perform, canPaginate: true, ...relatedRecord.output },
});
