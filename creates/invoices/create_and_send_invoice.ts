import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import {
  BILL_GROUPS,
  billFields,
  discountFields,
  invoiceDetailFields,
} from '../../lib/invoices/bill_fields.ts';
import { modeField, sendByField } from '../../lib/invoices/fields.ts';
import { senderField } from '../../lib/invoices/sender.ts';
import { createAndSend } from '../../lib/invoices/write.ts';
import { invoice } from '../../resources/invoice.ts';

const inputFields = defineInputFields([
  ...billFields,
  sendByField,
  senderField,
  ...discountFields,
  ...invoiceDetailFields,
  modeField,
]);

export const perform = ((z, bundle) =>
  createAndSend(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_and_send_invoice',
  noun: 'Invoice',
  display: {
    label: 'Create and Send Invoice',
    description:
      "Creates an invoice, sends it to the contact and returns its payment link. What is sent can't be unsent. For a draft, use Create Invoice.",
  },
  operation: { inputFields, inputFieldGroups: BILL_GROUPS, perform, ...invoice.output },
});
