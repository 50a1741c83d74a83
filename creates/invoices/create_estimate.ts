import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import {
  BILL_GROUPS,
  billFields,
  discountFields,
  estimateDetailFields,
} from '../../lib/invoices/bill_fields.ts';
import { createEstimate } from '../../lib/invoices/estimates.ts';
import { modeField } from '../../lib/invoices/fields.ts';
import { estimate } from '../../resources/estimate.ts';

const inputFields = defineInputFields([
  ...billFields,
  ...discountFields,
  ...estimateDetailFields,
  modeField,
]);

export const perform = ((z, bundle) =>
  createEstimate(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_estimate',
  noun: 'Estimate',
  display: {
    label: 'Create Estimate',
    description: 'Creates a draft of an estimate. To send it, use Send Estimate after this step.',
  },
  operation: {
    inputFields,
    inputFieldGroups: BILL_GROUPS,
    perform,
    ...estimate.outputOf({ status: 'draft' }),
  },
});
