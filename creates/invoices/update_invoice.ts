import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { BILL_GROUPS, changeFields, discountFields } from '../../lib/invoices/bill_fields.ts';
import { invoiceField } from '../../lib/invoices/fields.ts';
import { updateInvoice } from '../../lib/invoices/update.ts';
import { invoice } from '../../resources/invoice.ts';

const inputFields = defineInputFields([
  { ...invoiceField, required: true },
  ...changeFields,
  ...discountFields,
]);

export const perform = (async (z, bundle) => {
  const { invoiceId, ...changes } = bundle.inputData;
  return updateInvoice(z, bundle, invoiceId, changes);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_invoice',
  noun: 'Invoice',
  display: {
    label: 'Update Invoice',
    description:
      'Changes an invoice that is not paid yet. Fields left blank stay as they are; items that you fill in replace all items.',
  },
  operation: { inputFields, inputFieldGroups: BILL_GROUPS, perform, ...invoice.output },
});
