import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { exactlyOne, noneOf } from '../../lib/inputs/alternatives.ts';
import { invoiceField } from '../../lib/invoices/fields.ts';
import { orderField, paymentField } from '../../lib/payments/fields.ts';
import { findPayments } from '../../lib/payments/find.ts';
import { CARDS_ONLY } from '../../lib/payments/filter_fields.ts';
import { findFields } from '../../lib/payments/find_fields.ts';
import { payments } from '../../lib/payments/payments.ts';
import { paymentStatusField } from '../../lib/payments/status_fields.ts';
import { payment } from '../../resources/payment.ts';

const inputFields = defineInputFields([
  ...findFields('payments'),
  { ...paymentStatusField, helpText: 'Only payments with this status. Leave blank for any.' },
  { ...orderField, helpText: 'Only payments of this order. Leave blank for any.' },
  { ...invoiceField, helpText: 'Only payments of this invoice. Leave blank for any.' },
  paymentField,
]);

export const perform = (async (z, bundle) => {
  const { orderId, invoiceId, paymentId } = bundle.inputData;
  if (isBlank(bundle.inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  exactlyOne({ Order: orderId, Invoice: invoiceId, Payment: paymentId }, { atLeast: 0 });
  if (paymentId === undefined) return findPayments(z, bundle);
  const found = await payments.get(z, bundle, paymentId);
  return { results: found ? [found] : [], paging_token: null };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_payment',
  noun: 'Payment',
  display: {
    label: 'Find Payment',
    description: `Finds a payment by contact, order, invoice, status, date or source. If several match, the latest one is used. ${CARDS_ONLY} For what was bought, use Find Order.`,
  },
  operation: { inputFields, perform, canPaginate: true, ...payment.output },
});
