import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'invoice_paid',
  noun: 'Invoice',
  display: {
    label: 'Invoice Paid',
    description:
      'Triggers when an invoice is paid in full. Instant. When a part of it is paid, use Invoice Partially Paid. For payments of any kind, use New Payment.',
  },
  inputFields: eventFilters,
  events: ['InvoicePaid'],
  resource: invoice,
  examples: someInvoices('paid'),
  filter: isAskedFor,
  output: invoice.outputOf({ status: 'paid', amountPaid: 1200, amountDue: 0 }),
});
