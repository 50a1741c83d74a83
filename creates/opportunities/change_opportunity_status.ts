import { defineCreate } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import { lostReasonField, opportunityField, statusField } from '../../lib/opportunities/fields.ts';
import { changeStatus } from '../../lib/opportunities/write.ts';
import { updatedOpportunity } from '../../resources/opportunity.ts';

export default defineCreate({
  key: 'change_opportunity_status',
  noun: 'Opportunity',
  display: {
    label: 'Change Opportunity Status',
    description:
      'Marks an opportunity (a deal) as won, lost, abandoned or open. To move it to another stage, use Move Opportunity to Stage. To change several things, use Update Opportunity.',
  },
  operation: {
    inputFields: [
      { ...opportunityField, required: true },
      { ...statusField, required: true },
      {
        ...lostReasonField,
        helpText: 'Why it was lost. Only for the status Lost. Choose a reason, or map its name.',
      },
    ],
    perform: (z, bundle) => changeStatus(z, bundle, bundle.inputData),
    ...withCustomFields(updatedOpportunity),
  },
});
