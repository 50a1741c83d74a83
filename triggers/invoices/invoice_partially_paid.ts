import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'invoice_partially_paid',
  noun: 'Invoice',
  display: {
    label: 'Invoice Partially Paid',
    description:
      'Triggers when a part of an invoice is paid. Instant. When it is paid in full, use Invoice Paid.',
  },
  inputFields: eventFilters,
  events: ['InvoicePartiallyPaid'],
  resource: invoice,
  examples: someInvoices('partially_paid'),
  filter: isAskedFor,
  output: invoice.outputOf({ status: 'partially_paid', amountPaid: 400, amountDue: 800 }),
});
