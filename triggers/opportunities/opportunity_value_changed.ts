import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { CUSTOM_PART, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  changes,
  eventFilters,
  isAskedFor,
  someOpportunities,
  withPointers,
} from '../../lib/opportunities/events.ts';
import { opportunityItem } from '../../resources/opportunity.ts';

export default defineHookTrigger({
  key: 'opportunity_value_changed',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Value Changed',
    description: 'Triggers when the value of an opportunity changes. Instant.',
  },
  inputFields: eventFilters,
  events: ['OpportunityMonetaryValueUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('date_updated'),
  filter: isAskedFor,
  tells: changes('monetaryValue'),
  withPointers,
  output: withCustomFields(opportunityItem, CUSTOM_PART),
});
