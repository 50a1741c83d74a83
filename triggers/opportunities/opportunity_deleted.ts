import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  eventFilters,
  isAskedFor,
  someOpportunities,
  withContact,
} from '../../lib/opportunities/events.ts';
import { deletedOpportunity } from '../../resources/opportunity.ts';

export default defineHookTrigger({
  key: 'opportunity_deleted',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Deleted',
    description: 'Triggers when an opportunity is deleted, with its last details. Instant.',
  },
  inputFields: eventFilters,
  events: ['OpportunityDelete'],
  resource: deletedOpportunity,
  examples: someOpportunities('date_updated'),
  filter: isAskedFor,
  withPointers: withContact,
});
