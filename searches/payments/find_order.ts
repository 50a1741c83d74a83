import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { noneOf } from '../../lib/inputs/alternatives.ts';
import { orderField } from '../../lib/payments/fields.ts';
import { findOrders } from '../../lib/payments/find.ts';
import { findFields } from '../../lib/payments/find_fields.ts';
import { orderById } from '../../lib/payments/orders.ts';
import { orderStatusField } from '../../lib/payments/status_fields.ts';
import { order, ORDER_PAYMENT_STATUSES } from '../../resources/order.ts';

const inputFields = defineInputFields([
  ...findFields('orders'),
  { ...orderStatusField, helpText: 'Only orders with this status. Leave blank for any.' },
  {
    key: 'paymentStatus',
    label: 'Payment Status',
    type: 'string',
    choices: ORDER_PAYMENT_STATUSES,
    helpText: 'Only orders with this payment status. Leave blank for any.',
  },
  {
    ...orderField,
    search: undefined,
    helpText: 'Instead of the fields above, an order from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { inputData } = bundle;
  if (isBlank(inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  if (inputData.orderId === undefined) return findOrders(z, bundle);
  const found = await orderById(z, bundle, inputData.orderId);
  return { results: found ? [found] : [], paging_token: null };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_order',
  noun: 'Order',
  display: {
    label: 'Find Order',
    description:
      'Finds an order by contact, status, date or source. If several match, the latest one is used. For its payments, use Find Payment.',
  },
  operation: { inputFields, perform, canPaginate: true, ...order.output },
});
