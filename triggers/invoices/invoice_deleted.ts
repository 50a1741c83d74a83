import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'invoice_deleted',
  noun: 'Invoice',
  display: {
    label: 'Invoice Deleted',
    description: 'Triggers when an invoice is deleted, with its last details. Instant.',
  },
  inputFields: eventFilters,
  events: ['InvoiceDelete'],
  resource: invoice,
  examples: someInvoices(),
  filter: isAskedFor,
});
