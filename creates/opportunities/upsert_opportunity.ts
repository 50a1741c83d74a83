import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { customFieldInputs, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  detailFields,
  OPPORTUNITY_GROUPS,
  pipelineField,
  stageField,
  statusField,
} from '../../lib/opportunities/fields.ts';
import { upsertOpportunity } from '../../lib/opportunities/write.ts';
import { savedOpportunity } from '../../resources/opportunity.ts';

const inputFields = defineInputFields([
  { ...contactFieldFor('The contact whose opportunity this is.'), required: true },
  { ...pipelineField, required: true },
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'What the opportunity is called. Replaces the name of an existing one.',
  },
  {
    ...stageField,
    dependsOn: ['pipelineId'],
    helpText: 'Leave blank to keep the stage; a new opportunity gets the first one.',
  },
  { ...statusField, helpText: 'Leave blank to keep the status; a new opportunity is open.' },
  ...detailFields,
  customFieldInputs,
]);

export const perform = (async (z, bundle) =>
  upsertOpportunity(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'upsert_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Create or Update Opportunity',
    description:
      "Updates the contact's opportunity in a pipeline, or creates one if there is none. Fields left blank stay as they are. Your custom fields appear below the other fields, by name. To leave an existing one as it is, use Find or Create Opportunity.",
  },
  operation: {
    inputFields,
    inputFieldGroups: OPPORTUNITY_GROUPS,
    perform,
    ...withCustomFields(savedOpportunity),
  },
});
