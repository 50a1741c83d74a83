import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, decimal, id, lead, lines, text, yesNo } from './fields.ts';
import { ORDER_ID_EXAMPLE } from './order.ts';
import { PRICE_ID_EXAMPLE } from './product.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from './values.ts';

/** What was sent of an order. */
export const fulfillment = defineResource(
  'fulfillment',
  () =>
    z.object({
      id: id('Fulfillment ID', '655b33a82209e60b6adb87a5'),
      itemNames: lead(text('Items Sent', 'Whitening Kit')),
      trackingNumber: text('Tracking Number', '40012345678'),
      shippingCarrier: text('Shipping Carrier', 'FedEx'),
      trackingUrl: text('Tracking URL', 'https://example.com/track/40012345678'),
      isCustomerNotified: yesNo('Is Customer Notified', true),
      items: lines('Item', {
        name: text('Name', 'Whitening Kit'),
        quantity: decimal('Quantity', 1),
        priceId: text('Price ID', PRICE_ID_EXAMPLE),
      }),
      createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      orderId: text('Order ID', ORDER_ID_EXAMPLE),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readFulfillment,
);

function readFulfillment(raw: RawRecord): RawRecord {
  const [tracking] = toList(raw['trackings']).filter(isRecord);
  const items = toList(raw['items'])
    .filter(isRecord)
    .map(({ name, qty, price }) => ({
      name,
      quantity: qty,
      priceId: toRecord(price)['_id'],
    }));
  const names = items.map(({ name }) => toText(name)).filter(Boolean);
  return {
    ...raw,
    ...tracking,
    id: raw['_id'],
    locationId: raw['altId'],
    items,
    itemNames: names.join(', '),
  };
}
