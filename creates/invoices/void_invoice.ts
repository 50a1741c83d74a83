import { defineCreate } from 'zapier-platform-core';

import { voidInvoice } from '../../lib/invoices/actions.ts';
import { invoiceField } from '../../lib/invoices/fields.ts';
import { invoice } from '../../resources/invoice.ts';

export default defineCreate({
  key: 'void_invoice',
  noun: 'Invoice',
  display: {
    label: 'Void Invoice',
    description:
      'Voids an invoice, so that it no longer has to be paid. This cannot be undone. If it was paid elsewhere, use Record Invoice Payment.',
  },
  operation: {
    inputFields: [
      { ...invoiceField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**Nobody can pay a voided invoice.** It stays in your records. This cannot be undone.',
      },
    ],
    perform: (z, bundle) => voidInvoice(z, bundle, bundle.inputData.invoiceId),
    ...invoice.outputOf({ status: 'void' }),
  },
});
