import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'new_invoice',
  noun: 'Invoice',
  display: {
    label: 'New Invoice',
    description:
      'Triggers when an invoice is created, as a draft or sent right away. Instant. When it is sent, use Invoice Sent.',
  },
  inputFields: eventFilters,
  events: ['InvoiceCreate'],
  resource: invoice,
  examples: someInvoices(),
  filter: isAskedFor,
  output: invoice.outputOf({ status: 'draft' }),
});
