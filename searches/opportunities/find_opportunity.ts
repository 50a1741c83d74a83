import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { noneOf } from '../../lib/inputs/alternatives.ts';
import { withCustomFields } from '../../lib/opportunities/custom_fields.ts';
import { opportunityField } from '../../lib/opportunities/fields.ts';
import { checkCustomField, searchFields } from '../../lib/opportunities/filter_fields.ts';
import { findOpportunities } from '../../lib/opportunities/find.ts';
import { opportunity } from '../../resources/opportunity.ts';

const inputFields = defineInputFields([
  ...searchFields,
  {
    ...opportunityField,
    search: undefined,
    helpText: 'Instead of the fields above, an opportunity from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { inputData, meta } = bundle;
  if (isBlank(inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  checkCustomField(inputData);
  const { opportunities, next } = await findOpportunities(z, bundle, inputData, meta.paging_token);
  return { results: opportunities, paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_opportunity',
  noun: 'Opportunity',
  display: {
    label: 'Find Opportunity',
    description:
      'Finds an opportunity (a deal) by name, contact, pipeline, status or custom field. If several match, open ones come first, then the latest. For a list, use Find Many Opportunities.',
  },
  operation: { inputFields, perform, canPaginate: true, ...withCustomFields(opportunity) },
});
