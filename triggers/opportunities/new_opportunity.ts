import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { CUSTOM_PART, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  eventFilters,
  isAskedFor,
  someOpportunities,
  withPointers,
} from '../../lib/opportunities/events.ts';
import { opportunityItem } from '../../resources/opportunity.ts';

export default defineHookTrigger({
  key: 'new_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'New Opportunity',
    description: 'Triggers when an opportunity (a deal) is created. Instant.',
  },
  inputFields: eventFilters,
  events: ['OpportunityCreate'],
  resource: opportunityItem,
  examples: someOpportunities('date_added'),
  filter: isAskedFor,
  withPointers,
  output: withCustomFields(opportunityItem, CUSTOM_PART),
});
