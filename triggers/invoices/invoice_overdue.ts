import { defineTrigger } from 'zapier-platform-core';

import { overdueFields, overdueInvoices } from '../../lib/invoices/overdue.ts';
import { overdueInvoice } from '../../resources/overdue_invoice.ts';

export default defineTrigger({
  key: 'invoice_overdue',
  noun: 'Invoice',
  display: {
    label: 'Invoice Overdue',
    description:
      'Triggers when an unpaid invoice passes its due date. Zapier checks every few minutes, in the 500 latest unpaid invoices.',
  },
  operation: {
    type: 'polling',
    inputFields: overdueFields,
    perform: (z, bundle) => overdueInvoices(z, bundle, bundle.inputData),
    ...overdueInvoice.output,
  },
});
