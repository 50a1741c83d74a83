import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ALT, oneOrder, ORDER, ORDER_ID } from '../../support/payments.ts';
import { PRICE_ID } from '../../support/products.ts';

const fulfill = App.creates.fulfill_order;
const URL = `/payments/orders/${ORDER_ID}/fulfillments`;

const sent = (qty: number) => ({
  _id: '655b33a82209e60b6adb87a9',
  ...ALT,
  trackings: [{ trackingNumber: '40012345678', shippingCarrier: 'FedEx' }],
  items: [{ _id: 'x', name: 'Whitening Kit', qty, product: {}, price: { _id: PRICE_ID } }],
  createdAt: '2026-11-20T10:02:00.000Z',
});

const sentBefore = (...before: object[]) =>
  highLevel().get(URL).query(ALT).reply(200, { status: true, data: before });

describe('fulfill_order', () => {
  test.each([
    ['all of it', [], 2],
    ['what is left of it', [sent(1)], 1],
  ])('marks %s as sent', async (_what, before, qty) => {
    oneOrder();
    sentBefore(...before);
    highLevel()
      .post(URL, {
        ...ALT,
        trackings: [{ trackingNumber: '40012345678', shippingCarrier: 'FedEx' }],
        items: [{ priceId: PRICE_ID, qty }],
        notifyCustomer: true,
      })
      .reply(200, { status: true, data: sent(qty) });
    const inputData = {
      orderId: ORDER_ID,
      trackingNumber: '40012345678',
      shippingCarrier: 'FedEx',
      notifyCustomer: 'yes',
    };
    await expect(run(fulfill, { inputData })).resolves.toMatchObject({
      id: '655b33a82209e60b6adb87a9',
      orderId: ORDER_ID,
      itemNames: 'Whitening Kit',
      items: [{ name: 'Whitening Kit', quantity: qty, priceId: PRICE_ID }],
      trackingNumber: '40012345678',
      shippingCarrier: 'FedEx',
      trackingUrl: null,
      isCustomerNotified: true,
    });
  });

  test('notifies nobody and names no tracking if not told', async () => {
    oneOrder();
    sentBefore();
    highLevel()
      .post(URL, {
        ...ALT,
        trackings: [],
        items: [{ priceId: PRICE_ID, qty: 2 }],
        notifyCustomer: false,
      })
      .reply(200, { status: true, data: { ...sent(2), trackings: [] } });
    await expect(run(fulfill, { inputData: { orderId: ORDER_ID } })).resolves.toMatchObject({
      trackingNumber: null,
      isCustomerNotified: false,
    });
  });

  test('says so where nothing is left, or the order is gone', async () => {
    oneOrder();
    sentBefore(sent(2));
    const inputData = { orderId: ORDER_ID };
    await expect(run(fulfill, { inputData })).rejects.toThrow(/Nothing of this order is left/);
    oneOrder({ ...ORDER, message: 'Order not found' }, 404);
    await expect(run(fulfill, { inputData })).rejects.toThrow(/No order has the ID/);
  });
});
