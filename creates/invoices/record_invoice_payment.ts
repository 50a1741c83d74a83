import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { invoiceField } from '../../lib/invoices/fields.ts';
import { recordPayment } from '../../lib/invoices/pay.ts';
import { paymentFields } from '../../lib/invoices/pay_fields.ts';
import { invoice } from '../../resources/invoice.ts';

const inputFields = defineInputFields([{ ...invoiceField, required: true }, ...paymentFields]);

export const perform = ((z, bundle) =>
  recordPayment(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'record_invoice_payment',
  noun: 'Invoice',
  display: {
    label: 'Record Invoice Payment',
    description:
      'Records that an invoice was paid elsewhere, in full or in part. No one is charged. For an order, use Record Order Payment.',
  },
  operation: {
    inputFields,
    perform,
    ...invoice.outputOf({ status: 'paid', amountPaid: 1200, amountDue: 0 }),
  },
});
