import { defineCreate } from 'zapier-platform-core';

import { estimateField } from '../../lib/invoices/estimate_fields.ts';
import { convertEstimate } from '../../lib/invoices/estimates.ts';
import { convertedEstimate } from '../../resources/estimate.ts';

export default defineCreate({
  key: 'create_invoice_from_estimate',
  noun: 'Invoice',
  display: {
    label: 'Create Invoice From Estimate',
    description:
      'Creates a draft of an invoice with the items of an estimate. To send it, use Send Invoice after this step.',
  },
  operation: {
    inputFields: [
      { ...estimateField, required: true },
      {
        key: 'markAsInvoiced',
        label: 'Mark Estimate as Invoiced',
        type: 'boolean',
        default: 'true',
        helpText: 'Whether the estimate gets the status Invoiced, so that it cannot be used again.',
      },
    ],
    perform: (z, bundle) => convertEstimate(z, bundle, bundle.inputData),
    ...convertedEstimate.outputOf({ status: 'draft' }),
  },
});
