import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'invoice_sent',
  noun: 'Invoice',
  display: {
    label: 'Invoice Sent',
    description:
      'Triggers when an invoice is sent to a contact, or marked as sent. Instant. When it is created, use New Invoice.',
  },
  inputFields: eventFilters,
  events: ['InvoiceSent'],
  resource: invoice,
  examples: someInvoices('sent'),
  filter: isAskedFor,
});
