import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { exactlyOne, noneOf } from '../../lib/inputs/alternatives.ts';
import { estimateField, estimateSearchFields } from '../../lib/invoices/estimate_fields.ts';
import { estimatesLike } from '../../lib/invoices/estimates.ts';
import { findEstimates } from '../../lib/invoices/find_estimate.ts';
import { estimate } from '../../resources/estimate.ts';

const inputFields = defineInputFields([
  ...estimateSearchFields,
  {
    ...estimateField,
    search: undefined,
    helpText: 'Instead of the fields above, an estimate from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { estimateId, ...criteria } = bundle.inputData;
  if (isBlank(bundle.inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  if (estimateId !== undefined) {
    exactlyOne({
      Estimate: estimateId,
      'Search Text': criteria.query,
      Contact: criteria.contactId,
    });
    const found = await estimatesLike(z, bundle, ({ id }) => id === estimateId);
    return { results: found, paging_token: null };
  }
  const page = await findEstimates(z, bundle, criteria, bundle.meta.paging_token);
  return { results: page.estimates, paging_token: page.next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_estimate',
  noun: 'Estimate',
  display: {
    label: 'Find Estimate',
    description:
      'Finds an estimate by number, name, contact or status. If several match, the latest one is used.',
  },
  operation: { inputFields, perform, canPaginate: true, ...estimate.output },
});
