import type { Bundle, ZObject } from 'zapier-platform-core';

import { amountFor } from '../../resources/money.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { notFound } from '../inputs/refusal.ts';
import { checkedAmount } from '../money/amounts.ts';
import { methodDetails, type MethodInput } from '../money/paid_by_hand.ts';
import { altOf } from '../records/records.ts';
import { orderById, type Order } from './orders.ts';

/** A payment that HighLevel did not take itself, in the words of Record Order Payment. */
export interface OrderPaymentInput extends MethodInput {
  orderId: string;
  amount?: number;
  notes?: string;
}

/**
 * Records a payment of an order: of the whole of it, where no amount is given.
 *
 * @returns the order as it is afterwards
 */
export async function recordOrderPayment(
  z: ZObject,
  bundle: Bundle,
  { orderId, amount, notes, ...how }: OrderPaymentInput,
): Promise<Order> {
  const details = methodDetails(how, 'type');
  const order = await orderById(z, bundle, orderId);
  if (!order) throw notFound({ what: 'order', label: 'Order', id: orderId });
  const currency = order.currency ?? '';
  const isPartial = amount !== undefined && order.amount !== null && amount < order.amount;
  await send(z, {
    method: 'POST',
    url: path`/payments/orders/${orderId}/record-payment`,
    body: {
      ...altOf(bundle),
      mode: how.method,
      ...details,
      notes,
      amount:
        amount === undefined
          ? undefined
          : amountFor(checkedAmount(amount, currency, 'Amount'), currency),
      isPartialPayment: isPartial ? true : undefined,
    },
  });
  return (await orderById(z, bundle, orderId)) ?? order;
}
