import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { searchFields } from '../../lib/invoices/filter_fields.ts';
import { listInvoices } from '../../lib/invoices/list.ts';
import { checkPeriod, listFields } from '../../lib/invoices/list_fields.ts';
import { invoiceList } from '../../resources/invoice.ts';

const inputFields = defineInputFields([...searchFields, ...listFields]);

export const perform = (async (z, bundle) => {
  const { issuedFrom, issuedUntil, limit = 100, ...criteria } = bundle.inputData;
  checkPeriod(issuedFrom, issuedUntil);
  const period = { startAt: issuedFrom, endAt: issuedUntil };
  const found = await listInvoices(z, bundle, { ...criteria, ...period }, limit);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_invoices',
  noun: 'Invoice List',
  display: {
    label: 'Find Many Invoices',
    description:
      'Finds up to 500 invoices that match all your filters, as one text and as line items, with their total and what is due. If there are none, this step finds nothing. For one invoice, use Find Invoice. To start a Zap when an invoice is overdue, use Invoice Overdue.',
  },
  operation: { inputFields, perform, ...invoiceList.output },
});
