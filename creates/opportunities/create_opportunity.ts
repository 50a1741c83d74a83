import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { customFieldInputs, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  detailFields,
  newFields,
  OPPORTUNITY_GROUPS,
  pipelineField,
  stageField,
  statusField,
} from '../../lib/opportunities/fields.ts';
import { createOpportunity } from '../../lib/opportunities/write.ts';
import { savedOpportunity } from '../../resources/opportunity.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'What the opportunity is called, such as `Website redesign`.',
  },
  { ...pipelineField, required: true },
  {
    ...stageField,
    dependsOn: ['pipelineId'],
    helpText: 'Leave blank for the first stage of the pipeline.',
  },
  { ...statusField, helpText: 'Leave blank for Open.' },
  ...detailFields,
  ...newFields,
  customFieldInputs,
]);

export const perform = (async (z, bundle) => {
  const { ifExists, ...input } = bundle.inputData;
  return createOpportunity(z, bundle, input, ifExists === 'return' ? 'return' : 'fail');
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Create Opportunity',
    description:
      'Creates an opportunity (a deal) for a contact in one of your pipelines. Your custom fields appear below the other fields, by name. To update the one that exists instead, use Create or Update Opportunity.',
  },
  operation: {
    inputFields,
    inputFieldGroups: OPPORTUNITY_GROUPS,
    perform,
    ...withCustomFields(savedOpportunity),
  },
});
