import { defineCreate } from 'zapier-platform-core';

import { opportunityField } from '../../lib/opportunities/fields.ts';
import { deleteOpportunity } from '../../lib/opportunities/write.ts';
import { removedOpportunity } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Delete Opportunity',
    description: 'Deletes an opportunity. Its contact stays. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...opportunityField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the opportunity for everyone in your sub-account.** It cannot be undone. To close it, use **Change Opportunity Status**.',
      },
    ],
    perform: async (z, bundle) => {
      const { opportunityId } = bundle.inputData;
      await deleteOpportunity(z, opportunityId);
      return removedOpportunity.parse({ id: opportunityId, deleted: true });
    },
    ...removedOpportunity.output,
  },
});
