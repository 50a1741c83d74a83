import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { customFieldInputs, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  detailFields,
  OPPORTUNITY_GROUPS,
  opportunityField,
  pipelineField,
  stageField,
  statusField,
} from '../../lib/opportunities/fields.ts';
import { updateOpportunity } from '../../lib/opportunities/write.ts';
import { updatedOpportunity } from '../../resources/opportunity.ts';

const inputFields = defineInputFields([
  { ...opportunityField, required: true },
  { key: 'name', label: 'Name', type: 'string' },
  {
    ...pipelineField,
    helpText: 'The pipeline to move to. Without a stage, the opportunity goes to its first one.',
  },
  { ...stageField, dependsOn: ['pipelineId'] },
  statusField,
  ...detailFields,
  customFieldInputs,
]);

export const perform = (async (z, bundle) => {
  const { opportunityId, ...input } = bundle.inputData;
  return updateOpportunity(z, bundle, opportunityId, input);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Update Opportunity',
    description:
      'Changes the name, stage, status, value, assigned user or custom fields of an opportunity. Fields left blank stay as they are. Your custom fields appear below the other fields, by name. For the stage alone, use Move Opportunity to Stage. For the status alone, use Change Opportunity Status.',
  },
  operation: {
    inputFields,
    inputFieldGroups: OPPORTUNITY_GROUPS,
    perform,
    ...withCustomFields(updatedOpportunity),
  },
});
