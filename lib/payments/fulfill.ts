import type { Bundle, ZObject } from 'zapier-platform-core';

import { fulfillment } from '../../resources/fulfillment.ts';
import { isRecord, toList, toNumber, toRecord, toText } from '../../resources/values.ts';
import { send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { invalid, notFound } from '../inputs/refusal.ts';
import { altOf } from '../records/records.ts';
import { orderById, type Order } from './orders.ts';

/** How an order is sent. */
export interface FulfillmentInput {
  orderId: string;
  trackingNumber?: string;
  shippingCarrier?: string;
  trackingUrl?: string;
  notifyCustomer?: boolean;
}

/**
 * Marks what is left of an order as sent.
 *
 * @throws errors.Error where nothing is left
 */
export async function fulfillOrder(
  z: ZObject,
  bundle: Bundle,
  { orderId, notifyCustomer = false, ...tracking }: FulfillmentInput,
) {
  const order = await orderById(z, bundle, orderId);
  if (!order) throw notFound({ what: 'order', label: 'Order', id: orderId });
  const url = path`/payments/orders/${orderId}/fulfillments`;
  const items = leftOf(order, await sentOf(z, bundle, url));
  if (items.length === 0) {
    throw invalid(
      'Nothing of this order is left to fulfill.',
      'Everything was marked as sent before, or it contains no product. Add a Filter to stop the Zap for such orders.',
    );
  }
  const known = withoutGaps({ ...tracking });
  const { data } = await send(z, {
    method: 'POST',
    url,
    body: {
      ...altOf(bundle),
      trackings: Object.keys(known).length > 0 ? [known] : [],
      items,
      notifyCustomer,
    },
  });
  return fulfillment.parse({
    ...altOf(bundle),
    ...toRecord(toRecord(data)['data']),
    orderId,
    isCustomerNotified: notifyCustomer,
  });
}

/** How many of each price were sent before. */
async function sentOf(z: ZObject, bundle: Bundle, url: string): Promise<Map<string, number>> {
  const { data } = await send(z, { url, params: altOf(bundle) });
  const items = toList(toRecord(data)['data']).flatMap((one) => toList(toRecord(one)['items']));
  return countsOf(
    items.filter(isRecord).map(({ price, qty }) => ({
      priceId: toText(toRecord(price)['_id']),
      quantity: toNumber(qty),
    })),
  );
}

function leftOf(order: Order, sent: Map<string, number>): { priceId: string; qty: number }[] {
  return [...countsOf(order.items)]
    .map(([priceId, ordered]) => ({ priceId, qty: ordered - (sent.get(priceId) ?? 0) }))
    .filter(({ qty }) => qty > 0);
}

function countsOf(
  items: readonly { priceId: string | null; quantity: number | null }[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { priceId, quantity } of items) {
    if (priceId === null) continue;
    counts.set(priceId, (counts.get(priceId) ?? 0) + (quantity ?? 1));
  }
  return counts;
}
