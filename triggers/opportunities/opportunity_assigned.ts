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
  key: 'opportunity_assigned',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Assigned',
    description:
      'Triggers when an opportunity is assigned to a user, or to another one than before. Instant. For an opportunity that has a user when it is created, use New Opportunity.',
  },
  inputFields: eventFilters,
  events: ['OpportunityAssignedToUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('date_updated'),
  filter: (entry, inputs) => entry.assignedTo !== null && isAskedFor(entry, inputs),
  tells: changes('assignedTo'),
  withPointers,
  output: withCustomFields(opportunityItem, CUSTOM_PART),
});
