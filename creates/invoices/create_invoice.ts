import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import {
  BILL_GROUPS,
  billFields,
  discountFields,
  invoiceDetailFields,
} from '../../lib/invoices/bill_fields.ts';
import { modeField } from '../../lib/invoices/fields.ts';
import { createInvoice } from '../../lib/invoices/write.ts';
import { invoice } from '../../resources/invoice.ts';

const inputFields = defineInputFields([
  ...billFields,
  ...discountFields,
  ...invoiceDetailFields,
  modeField,
]);

export const perform = ((z, bundle) =>
  createInvoice(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_invoice',
  noun: 'Invoice',
  display: {
    label: 'Create Invoice',
    description:
      'Creates a draft of an invoice. To send it later, use Send Invoice. To send it right away, use Create and Send Invoice.',
  },
  operation: {
    inputFields,
    inputFieldGroups: BILL_GROUPS,
    perform,
    ...invoice.outputOf({ status: 'draft' }),
  },
});
