import { defineCreate } from 'zapier-platform-core';

import { objectField, recordField } from '../../lib/objects/fields.ts';
import { deleteRecord } from '../../lib/objects/write.ts';
import { removedObjectRecord } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_record',
  noun: 'Record',
  display: {
    label: 'Delete Record',
    description:
      'Deletes a record of a custom object and its links. What it was linked to stays. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...objectField, required: true },
      { ...recordField, required: true, dependsOn: ['objectKey'] },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the record for everyone in your sub-account.** Contacts and others that it was linked to stay. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { objectKey, recordId } = bundle.inputData;
      await deleteRecord(z, bundle, objectKey, recordId);
      return removedObjectRecord.parse({ id: recordId, deleted: true });
    },
    ...removedObjectRecord.output,
  },
});
