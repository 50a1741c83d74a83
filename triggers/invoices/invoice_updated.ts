import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'invoice_updated',
  noun: 'Invoice',
  display: {
    label: 'Invoice Updated',
    description:
      'Triggers when an invoice is edited. Instant. When it is sent, use Invoice Sent. When it is paid, use Invoice Paid.',
  },
  inputFields: eventFilters,
  events: ['InvoiceUpdate'],
  resource: invoice,
  examples: someInvoices(),
  filter: isAskedFor,
});
