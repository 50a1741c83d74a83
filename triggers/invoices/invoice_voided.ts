import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { eventFilters, isAskedFor, someInvoices } from '../../lib/invoices/events.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineHookTrigger({
  key: 'invoice_voided',
  noun: 'Invoice',
  display: {
    label: 'Invoice Voided',
    description:
      'Triggers when an invoice is voided, so that it no longer has to be paid. Instant.',
  },
  inputFields: eventFilters,
  events: ['InvoiceVoid'],
  resource: invoice,
  examples: someInvoices('void'),
  filter: isAskedFor,
  output: invoice.outputOf({ status: 'void' }),
});
