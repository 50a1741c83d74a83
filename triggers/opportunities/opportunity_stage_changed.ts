import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  changes,
  eventFilters,
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
    description: 'Triggers when an opportunity moves to another stage. Instant.',
  },
  inputFields: eventFilters,
  events: ['OpportunityStageUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('last_stage_change_date'),
  filter: isAskedFor,
  tells: changes('pipelineId', 'pipelineStageId'),
  withPointers,
});
