import { defineInputFields } from 'zapier-platform-core';

import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { CUSTOM_PART, withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import {
  changedFrom,
  changes,
  eventFilters,
  fromStatusField,
  isAskedFor,
  someOpportunities,
  withPointers,
} from '../../lib/opportunities/events.ts';
import { opportunityItem } from '../../resources/opportunity.ts';

export default defineHookTrigger({
  key: 'opportunity_status_changed',
  noun: 'Opportunity',
  display: {
    label: 'Opportunity Status Changed',
    description:
      'Triggers when an opportunity (a deal) is marked as won, lost or abandoned, or opened again. Instant. When it moves to another stage, use Opportunity Stage Changed.',
  },
  inputFields: defineInputFields([...eventFilters, fromStatusField]),
  events: ['OpportunityStatusUpdate'],
  resource: opportunityItem,
  examples: someOpportunities('last_status_change_date'),
  filter: isAskedFor,
  tells: (event, { fromStatus }) =>
    changes('status')(event) && changedFrom(event, 'status', fromStatus),
  withPointers,
  output: withCustomFields(opportunityItem, CUSTOM_PART),
});
