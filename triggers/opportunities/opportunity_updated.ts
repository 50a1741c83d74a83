import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isOwnUpdate } from '../../lib/hooks/previous.ts';
import {
  eventFilters,
  isAskedFor,
  isThere,
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
      'Triggers once for each change of an opportunity, such as its name, stage or a custom field, but not when it is created or deleted. For one kind of change, use the trigger that names it. Instant.',
  },
  inputFields: eventFilters,
  events: ['OpportunityUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('date_updated'),
  filter: isAskedFor,
  tells: isOwnUpdate,
  confirms: isThere,
  withPointers,
});
