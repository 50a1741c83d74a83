import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isOwnUpdate } from '../../lib/hooks/previous.ts';
import { CUSTOM_PART, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
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
      'Triggers when an opportunity changes, such as its name, stage or a custom field: once for each change. Instant. For one kind of change, use Opportunity Stage Changed, Opportunity Status Changed, Opportunity Value Changed or Opportunity Assigned.',
  },
  inputFields: eventFilters,
  events: ['OpportunityUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('date_updated'),
  filter: isAskedFor,
  tells: isOwnUpdate,
  confirms: isThere,
  withPointers,
  output: withCustomFields(opportunityItem, CUSTOM_PART),
});
