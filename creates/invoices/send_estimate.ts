import { defineCreate } from 'zapier-platform-core';

import { estimateField } from '../../lib/invoices/estimate_fields.ts';
import { sendEstimate } from '../../lib/invoices/estimates.ts';
import { sendFields } from '../../lib/invoices/send_fields.ts';
import { estimate } from '../../resources/estimate.ts';

export default defineCreate({
  key: 'send_estimate',
  noun: 'Estimate',
  display: {
    label: 'Send Estimate',
    description: 'Sends an estimate to its contact, who can accept it, or marks it as sent.',
  },
  operation: {
    inputFields: [{ ...estimateField, required: true }, ...sendFields],
    perform: (z, bundle) => sendEstimate(z, bundle, bundle.inputData),
    ...estimate.output,
  },
});
