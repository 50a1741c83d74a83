import { defineCreate } from 'zapier-platform-core';

import { invoiceField } from '../../lib/invoices/fields.ts';
import { invoices } from '../../lib/invoices/invoices.ts';
import { removedInvoice } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_invoice',
  noun: 'Invoice',
  display: {
    label: 'Delete Invoice',
    description:
      'Deletes an invoice. This cannot be undone. To keep it in your records, use Void Invoice.',
  },
  operation: {
    inputFields: [
      { ...invoiceField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the invoice for everyone in your sub-account.** It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { invoiceId } = bundle.inputData;
      await invoices.delete(z, bundle, invoiceId);
      return removedInvoice.parse({ id: invoiceId, deleted: true });
    },
    ...removedInvoice.output,
  },
});
