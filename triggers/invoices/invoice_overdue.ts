import { defineTrigger } from 'zapier-platform-core';

import { overdueFields, overdueInvoices } from '../../lib/invoices/overdue.ts';
import { overdueInvoice } from '../../resources/overdue_invoice.ts';

export default defineTrigger({
  key: 'invoice_overdue',
  noun: 'Invoice',
  display: {
    label: 'Invoice Overdue',
    description:
      'Triggers when an unpaid invoice passes its due date. Zapier checks every few minutes and reads the 500 latest unpaid invoices. To be reminded of unpaid invoices in one list, use Find Many Invoices.',
  },
  operation: {
    type: 'polling',
    inputFields: overdueFields,
    perform: (z, bundle) => overdueInvoices(z, bundle, bundle.inputData),
    ...overdueInvoice.output,
  },
});
