import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  eventFilters,
  isAskedFor,
  someOpportunities,
  withPointers,
} from '../../lib/opportunities/events.ts';
import { opportunityItem } from '../../resources/opportunity.ts';

export default defineHookTrigger({
  key: 'opportunity_updated',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Updated',
    description:
      'Triggers when anything about an opportunity changes. For one kind of change, use the trigger that names it. Instant.',
  },
  inputFields: eventFilters,
  events: ['OpportunityUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('date_updated'),
  filter: isAskedFor,
  withPointers,
});
