import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { exactlyOne, noneOf } from '../../lib/inputs/alternatives.ts';
import { invoiceField } from '../../lib/invoices/fields.ts';
import { modeFilterField, searchFields } from '../../lib/invoices/filter_fields.ts';
import { findInvoices } from '../../lib/invoices/find.ts';
import { invoices } from '../../lib/invoices/invoices.ts';
import { invoice } from '../../resources/invoice.ts';

const inputFields = defineInputFields([
  ...searchFields,
  modeFilterField,
  {
    ...invoiceField,
    search: undefined,
    helpText: 'Instead of the fields above, an invoice from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { invoiceId, ...criteria } = bundle.inputData;
  if (isBlank(bundle.inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  if (invoiceId !== undefined) {
    exactlyOne({
      Invoice: invoiceId,
      'Search Text': criteria.query,
      Contact: criteria.contactId,
    });
    const found = await invoices.get(z, bundle, invoiceId);
    return { results: found ? [found] : [], paging_token: null };
  }
  const page = await findInvoices(z, bundle, criteria, bundle.meta.paging_token);
  return { results: page.invoices, paging_token: page.next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_invoice',
  noun: 'Invoice',
  display: {
    label: 'Find Invoice',
    description:
      'Finds an invoice by number, name, contact or status. If several match, unpaid ones come first, then the latest. For a list, use Find Many Invoices.',
  },
  operation: { inputFields, perform, canPaginate: true, ...invoice.output },
});
