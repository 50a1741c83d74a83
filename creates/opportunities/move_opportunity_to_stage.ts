import { defineCreate } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import { opportunityField, pipelineField, stageField } from '../../lib/opportunities/fields.ts';
import { updateOpportunity } from '../../lib/opportunities/write.ts';
import { updatedOpportunity } from '../../resources/opportunity.ts';

export default defineCreate({
  key: 'move_opportunity_to_stage',
  noun: 'Opportunity',
  display: {
    label: 'Move Opportunity to Stage',
    description:
      'Moves an opportunity to a stage of the same or another pipeline. To mark it as won or lost, use Change Opportunity Status. To change several things, use Update Opportunity.',
  },
  operation: {
    inputFields: [
      { ...opportunityField, required: true },
      { ...pipelineField, required: true },
      { ...stageField, required: true, dependsOn: ['pipelineId'] },
    ],
    perform: (z, bundle) => {
      const { opportunityId, ...place } = bundle.inputData;
      return updateOpportunity(z, bundle, opportunityId, place);
    },
    ...withCustomFields(updatedOpportunity),
  },
});
