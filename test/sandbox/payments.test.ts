import { describe, expect, test } from '@jest/globals';

import { invoiceId } from '../../sandbox/seed/invoices.ts';
import { orderId, subscriptionId, transactionId } from '../../sandbox/seed/payments.ts';
import { priceId, productId } from '../../sandbox/seed/products.ts';
import * as shapes from './payment-shapes.ts';
import { envelope } from './shapes.ts';
import { exactly, problemsOf, record } from './support/shape.ts';
import {
  type Answer,
  at,
  contactId,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const ALT = { altId: HARBOUR, altType: 'location' };
const place = `altId=${HARBOUR}&altType=location`;
const FIRST = `/payments/orders/${orderId(0)}`;
const UNPAID = `/payments/orders/${orderId(1)}`;

type Body = Record<string, unknown>;

const get = (path: string, query = ''): Promise<Answer> =>
  sandbox.call(`${path}?${place}&${query}`);
const post = (path: string, body: Body): Promise<Answer> =>
  sandbox.call(path, { body: { ...ALT, ...body } });
const count = async (path: string, query: string): Promise<number> =>
  list((await get(path, query)).body, 'data').length;

const kit = { priceId: priceId('Whitening Kit', 'Kit'), qty: 1 };
const fulfillment = { trackings: [{ trackingNumber: '1' }], items: [kit], notifyCustomer: false };
const coupon = {
  name: 'New',
  code: 'NEW5',
  discountType: 'amount',
  discountValue: 5,
  startDate: '2030-01-01T00:00:00Z',
};

test('answers have the documented keys and types', async () => {
  const asked = [
    [await get('/payments/orders', 'limit=100'), shapes.orders],
    [await get(FIRST), shapes.oneOrder],
    [await post(`${FIRST}/fulfillments`, fulfillment), shapes.fulfilled],
    [await get(`${FIRST}/fulfillments`), shapes.fulfillments],
    [await get('/payments/transactions', 'limit=100'), shapes.transactions],
    [await get(`/payments/transactions/${transactionId(0)}`), shapes.oneTransaction],
    [await get('/payments/subscriptions'), shapes.subscriptions],
    [await get(`/payments/subscriptions/${subscriptionId(1)}`), shapes.oneSubscription],
    [await get('/payments/coupon/list'), shapes.coupons],
    [await post('/payments/coupon', coupon), shapes.oneCoupon],
  ] as const;
  for (const [answer, shape] of asked) {
    expect(answer.status).toBeLessThan(300);
    expect(problemsOf(shape, answer.body)).toEqual([]);
  }
});

describe('lists', () => {
  test('filter, ten rows at a time', async () => {
    expect(await count('/payments/orders', 'status=completed')).toBe(4);
    expect(await count('/payments/orders', 'paymentStatus=unpaid')).toBe(2);
    expect(await count('/payments/orders', 'paymentMode=test')).toBe(1);
    expect(await count('/payments/orders', `contactId=${contactId(3)}`)).toBe(1);
    expect(await count('/payments/orders', 'search=lindqvist')).toBe(1);
    const carePlan = `funnelProductIds=${productId('Care Plan')}`;
    expect(await count('/payments/orders', carePlan)).toBe(2);
    expect(await count('/payments/orders', 'endAt=2000-01-01')).toBe(0);
    expect(await count('/payments/transactions', `entityId=${orderId(2)}`)).toBe(2);
    expect(await count('/payments/transactions', `entityId=${invoiceId(1)}`)).toBe(1);
    expect(await count('/payments/transactions', 'entitySourceType=funnel')).toBe(3);
    expect(await count('/payments/subscriptions', `entityId=${orderId(2)}`)).toBe(1);
    expect(await count('/payments/coupon/list', 'status=active')).toBe(1);
    expect(await count('/payments/coupon/list', 'search=summer')).toBe(1);
    expect(await count('/payments/orders', 'limit=2&offset=5')).toBe(1);
    expect((await get('/payments/orders', 'limit=101')).status).toBe(422);
    expect((await get('/payments/orders', 'sort=asc')).status).toBe(422);
    expect((await sandbox.call(`/payments/transactions?altId=${HARBOUR}`)).status).toBe(422);
    expect((await sandbox.call(`/payments/orders?altId=${HARBOUR}`)).status).toBe(200);
  });

  test.each([
    ['/payments/orders', 'payments/orders.readonly'],
    ['/payments/transactions', 'payments/transactions.readonly'],
    ['/payments/subscriptions', 'payments/subscriptions.readonly'],
    ['/payments/coupon/list', 'payments/coupons.readonly'],
  ])('%s stays within the sub-account and its scope', async (path, scope) => {
    const without = await sandbox.issue({ withoutScopes: [scope] });
    expect((await sandbox.call(`${path}?${place}`, { token: without })).status).toBe(401);
    const company = await sandbox.issue({ company: true });
    expect((await sandbox.call(`${path}?${place}`, { token: company })).status).toBe(401);
    const token = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`${path}?${place}`, { token })).status).toBe(403);
    const own = await sandbox.call(`${path}?altId=${NORTHSIDE_ID}&altType=location`, { token });
    expect(own.status).toBe(200);
    expect(own.text).not.toContain(HARBOUR);
  });

  test('do not give a record of another sub-account', async () => {
    const token = await sandbox.issue({ locationId: NORTHSIDE_ID });
    const theirs = `${FIRST}?altId=${NORTHSIDE_ID}&altType=location`;
    expect((await sandbox.call(theirs, { token })).status).toBe(404);
  });
});

describe('an order', () => {
  test('comes to its items without the discount, with the tax and the sending', async () => {
    expect((await get(FIRST)).body).toMatchObject({
      amount: 130.86,
      amountSummary: { subtotal: 129, discount: 12.9, tax: 7.26, shipping: 7.5 },
    });
  });

  test('is paid elsewhere, no more than it comes to', async () => {
    const pay = (body: Body): Promise<Answer> => post(`${UNPAID}/record-payment`, body);
    expect((await pay({ mode: 'coins' })).status).toBe(422);
    expect((await pay({ mode: 'cash', amount: 1000 })).status).toBe(400);
    expect((await pay({ mode: 'cash', amount: 78, isPartialPayment: true })).status).toBe(200);
    expect((await pay({ mode: 'card', card: { type: 'visa', last4: '1234' } })).body).toMatchObject(
      { success: true },
    );
    expect((await get(UNPAID)).body).toMatchObject({ status: 'completed' });
    expect(await count('/payments/transactions', `entityId=${orderId(1)}`)).toBe(3);
    const readOnly = await sandbox.issue({ withoutScopes: ['payments/orders.collectPayment'] });
    const body = { ...ALT, mode: 'cash' };
    const refused = await sandbox.call(`${UNPAID}/record-payment`, { token: readOnly, body });
    expect(refused.status).toBe(401);
  });

  test('is fulfilled once', async () => {
    await post(`${FIRST}/fulfillments`, fulfillment);
    expect(at((await get(FIRST)).body, 'fulfillmentStatus')).toBe('fulfilled');
    expect((await post(`${FIRST}/fulfillments`, fulfillment)).status).toBe(400);
  });
});

describe('a coupon', () => {
  test('is read by its id and its code, and has a code of its own', async () => {
    const made = await post('/payments/coupon', coupon);
    expect(made).toMatchObject({ status: 201, body: { status: 'scheduled', limitPerCustomer: 0 } });
    expect((await post('/payments/coupon', { ...coupon, code: 'new5' })).status).toBe(400);
    const id = text(made.body, '_id');
    expect((await get('/payments/coupon', `id=${id}`)).status).toBe(422);
    expect((await get('/payments/coupon', `id=${id}&code=NEW5`)).status).toBe(200);
    const change = { ...ALT, ...coupon, id, discountValue: 7 };
    const changed = await sandbox.call('/payments/coupon', { method: 'PUT', body: change });
    expect(at(changed.body, 'discountValue')).toBe(7);
    const body = { ...ALT, id };
    const removed = await sandbox.call('/payments/coupon', { method: 'DELETE', body });
    expect(removed.body).toMatchObject({ success: true });
    expect((await get('/payments/coupon', `id=${id}&code=NEW5`)).status).toBe(404);
  });
});

describe('customers', () => {
  const eventTypes = async (): Promise<unknown[]> =>
    list(await sandbox.control('/deliveries')).map((one) => at(one, 'type'));

  test('order and pay, which is told in two events', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const items = [{ priceId: priceId('Care Plan', 'Monthly') }];
    const payment = { status: 'succeeded' };
    const made = await sandbox.control('/orders', { contactId: contactId(1), items, payment });
    expect(await eventTypes()).toEqual(['OrderCreate', 'OrderStatusUpdate']);
    for (const delivery of list(await sandbox.control('/deliveries'))) {
      const shape = record({
        ...envelope,
        ...shapes.orderEvent,
        type: exactly(at(delivery, 'type')),
      });
      expect(problemsOf(shape, at(delivery, 'body'))).toEqual([]);
    }
    const id = text(made, 'order', 'id');
    expect((await get(`/payments/orders/${id}`)).body).toMatchObject({ status: 'completed' });
    expect(at((await get('/payments/subscriptions')).body, 'data', 0)).toMatchObject({
      _id: text(made, 'subscriptionId'),
      entityId: id,
      amount: 29.99,
    });
    expect(at((await get('/payments/transactions')).body, 'data', 0)).toMatchObject({
      _id: text(made, 'transactionId'),
      status: 'succeeded',
    });
  });

  test('fail to pay, get their money back, and end a subscription', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    const failed = await sandbox.control(`/orders/${orderId(1)}/pay`, { status: 'failed' });
    expect(at((await get('/payments/transactions')).body, 'data', 0)).toMatchObject({
      _id: text(failed, 'id'),
      status: 'failed',
    });
    await sandbox.control(`/transactions/${transactionId(0)}`, { amountRefunded: 20 });
    const refunded = await get(`/payments/transactions/${transactionId(0)}`);
    expect(at(refunded.body, 'amountRefunded')).toBe(20);
    await sandbox.control(`/payment-subscriptions/${subscriptionId(0)}`, { status: 'canceled' });
    const ended = await get(`/payments/subscriptions/${subscriptionId(0)}`);
    expect(at(ended.body, 'status')).toBe('canceled');
    expect(await eventTypes()).toEqual([]);
  });

  test('pay invoices, or leave them until they are overdue', async () => {
    const path = `/invoices/${invoiceId(0)}`;
    await sandbox.control(`${path}/pay`, { status: 'failed' });
    expect(at((await get(path)).body, 'status')).toBe('sent');
    await sandbox.control(`${path}/pay`, { amount: 11 });
    const paid = list(
      (await get('/payments/transactions', `entityId=${invoiceId(0)}`)).body,
      'data',
    );
    expect(paid.map((one) => at(one, 'status')).sort()).toEqual(['failed', 'succeeded']);
    const left = await sandbox.control(`${path}/overdue`, { days: 3 });
    expect(Date.parse(text(left, 'dueDate'))).toBeLessThan(Date.now() - 2 * 86_400_000);
  });
});
