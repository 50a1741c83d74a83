import { defineCreate } from 'zapier-platform-core';

import { sendInvoice } from '../../lib/invoices/actions.ts';
import { invoiceField } from '../../lib/invoices/fields.ts';
import { sendFields } from '../../lib/invoices/send_fields.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineCreate({
  key: 'send_invoice',
  noun: 'Invoice',
  display: {
    label: 'Send Invoice',
    description:
      'Sends an invoice that exists, or marks it as sent. To create one and send it, use Create and Send Invoice.',
  },
  operation: {
    inputFields: [{ ...invoiceField, required: true }, ...sendFields],
    perform: (z, bundle) => sendInvoice(z, bundle, bundle.inputData),
    ...invoice.output,
  },
});
