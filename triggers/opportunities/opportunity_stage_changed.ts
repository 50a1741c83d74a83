import { defineInputFields } from 'zapier-platform-core';

import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { CUSTOM_PART, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  changedFrom,
  changes,
  eventFilters,
  fromStageField,
  isAskedFor,
  someOpportunities,
  withPointers,
} from '../../lib/opportunities/events.ts';
import { opportunityItem } from '../../resources/opportunity.ts';

export default defineHookTrigger({
  key: 'opportunity_stage_changed',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Stage Changed',
    description:
      'Triggers when an opportunity (a deal) moves to another stage, of the same or another pipeline. Instant. When it is marked as won, lost or abandoned, use Opportunity Status Changed.',
  },
  inputFields: defineInputFields([
    ...eventFilters,
    { ...fromStageField, dependsOn: ['pipelineId'] },
  ]),
  events: ['OpportunityStageUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('last_stage_change_date'),
  filter: isAskedFor,
  tells: (event, { fromStageId }) =>
    changes('pipelineId', 'pipelineStageId')(event) &&
    changedFrom(event, 'pipelineStageId', fromStageId),
  withPointers,
  output: withCustomFields(opportunityItem, CUSTOM_PART),
});
