import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { searchFields } from '../../lib/opportunities/filter_fields.ts';
import { listOpportunities } from '../../lib/opportunities/list.ts';
import {
  checkFilters,
  LIST_GROUPS,
  listFields,
  orderOf,
} from '../../lib/opportunities/list_fields.ts';
import { opportunityList } from '../../resources/opportunity.ts';

const inputFields = defineInputFields([...searchFields, ...listFields]);

export const perform = (async (z, bundle) => {
  const { order, limit = 100, ...filters } = bundle.inputData;
  checkFilters(filters, bundle.meta.timezone);
  const found = await listOpportunities(z, bundle, filters, { limit, ...orderOf(order) });
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_opportunities',
  noun: 'Opportunity List',
  display: {
    label: 'Find Many Opportunities',
    description:
      'Finds up to 500 opportunities (deals) that match all your filters, as one text and as line items, with their total value. If there are none, this step finds nothing. For one, use Find Opportunity.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(LIST_GROUPS),
    perform,
    ...opportunityList.output,
  },
});
