import { expect, test } from '@jest/globals';

import { highLevel, LOCATION_ID, run } from './app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook, type Hook } from './hook.ts';

export const ORDER_ID = '660ed43bfdf9fc05a0de7a40';
export const PAYMENT_ID = '61dd0feac077f72010f78804';
export const SUBSCRIPTION_ID = '64bf78af39118e4011926cba';
export const CONTACT_ID = 'hT7gK2mWq9ZbR4xVnL0s';

export const ALT = { altId: LOCATION_ID, altType: 'location' };

/** The ID of one of many records of a test, as HighLevel's payments have it: 24 hexadecimal digits. */
export const paymentId = (number: number): string =>
  `61dd0feac077f72010f${String(10_000 + number)}`;

const PERSON = {
  contactId: CONTACT_ID,
  contactName: 'Anna Example',
  contactEmail: 'anna@example.com',
};

/** A payment as HighLevel lists it. */
export const PAYMENT = {
  _id: PAYMENT_ID,
  ...ALT,
  ...PERSON,
  currency: 'USD',
  amount: 150.1,
  amountRefunded: 0,
  status: 'succeeded',
  liveMode: true,
  entityType: 'order',
  entityId: ORDER_ID,
  entitySourceType: 'funnel',
  entitySourceSubType: 'two_step_order_form',
  entitySourceName: 'Spring Offer',
  entitySourceId: 'BDBMEghdIUaqMPEsK349',
  chargeId: 'in_1KGcXDCScnf89tZohCsmImwE',
  chargeSnapshot: { id: 'in_1KGcXDCScnf89tZohCsmImwE', failure_message: null },
  paymentProviderType: 'stripe',
  paymentMethod: { card: { brand: 'visa', last4: '4242' } },
  createdAt: '2026-11-20T10:23:36.515Z',
  updatedAt: '2026-11-20T10:23:36.515Z',
};

/** A subscription as HighLevel lists it. */
export const SUBSCRIPTION = {
  _id: SUBSCRIPTION_ID,
  ...ALT,
  ...PERSON,
  currency: 'USD',
  amount: 29.99,
  status: 'active',
  liveMode: true,
  entityType: 'order',
  entityId: ORDER_ID,
  entitySourceType: 'funnel',
  entitySourceName: 'Care Plan',
  subscriptionId: 'sub_1KGcXDCScnf89tZoVkoEMCEL',
  subscriptionSnapshot: { status: 'ACTIVE' },
  paymentProviderType: 'stripe',
  createdAt: '2026-11-20T10:23:36.515Z',
  updatedAt: '2026-11-20T10:23:37.515Z',
};

/** HighLevel's answer to a list of payments. @param query what is asked for; anything without it */
export function listedPayments(
  kind: 'transactions' | 'subscriptions',
  data: readonly object[],
  query?: Readonly<Record<string, string | number | undefined>>,
) {
  const usual = { ...ALT, paymentMode: 'live', limit: 100, offset: 0 };
  const all: Record<string, string | number | undefined> = { ...usual, ...query };
  const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return highLevel()
    .get(`/payments/${kind}`)
    .query(query === undefined ? true : sent)
    .reply(200, { data, totalCount: data.length });
}

/** An order as HighLevel lists it. */
export const ORDER_ROW = {
  _id: ORDER_ID,
  ...ALT,
  ...PERSON,
  currency: 'USD',
  amount: 150.1,
  subtotal: 138,
  discount: 0,
  status: 'completed',
  liveMode: true,
  totalProducts: 1,
  sourceType: 'website',
  sourceName: 'Online Store',
  sourceSubType: 'store',
  couponCode: 'SMILE10',
  fulfillmentStatus: 'unfulfilled',
  createdAt: '2026-11-20T10:02:00.000Z',
  updatedAt: '2026-11-20T10:05:00.000Z',
};

/** The same order by itself. */
export const ORDER = {
  _id: ORDER_ID,
  ...ALT,
  contactId: CONTACT_ID,
  contactSnapshot: { first_name: 'Anna', last_name: 'Example', phone: '+15550100123' },
  currency: 'USD',
  amount: 150.1,
  amountSummary: { subtotal: 138, discount: 0, tax: 12.1, shipping: 0 },
  status: 'completed',
  liveMode: true,
  source: { type: 'website', subType: 'store', id: 'x', name: 'Online Store' },
  items: [
    {
      name: 'Whitening Kit',
      qty: 2,
      product: { _id: '655b33a82209e60b6adb87a5', name: 'Whitening Kit' },
      price: { _id: '655b33aa2209e60b6adb87a7', name: 'Kit', currency: 'USD', amount: 69 },
    },
  ],
  createdAt: '2026-11-20T10:02:00.000Z',
  updatedAt: '2026-11-20T10:05:00.000Z',
};

/** HighLevel's answer to a list of orders. @param query what is asked for beside the page */
export function listedOrders(
  data: readonly object[],
  query: Readonly<Record<string, string | number>> = {},
) {
  return highLevel()
    .get('/payments/orders')
    .query({ altId: LOCATION_ID, paymentMode: 'live', offset: 0, ...query })
    .reply(200, { data, totalCount: data.length });
}

/** HighLevel's answer to a request for one order. */
export function oneOrder(order: object = ORDER, status = 200) {
  return highLevel()
    .get(`/payments/orders/${ORDER_ID}`)
    .query({ altId: LOCATION_ID })
    .reply(status, order);
}

/** What holds of each instant trigger for orders. */
export function testsOfOrderHook(trigger: Hook, event: string): void {
  const { event: payload, record } = fixture('order');
  const told = { ...payload, type: event };
  testsOfEveryHook(trigger, { events: [event], event: told });

  test('reads the event, with exact sums and the contact fetched when used', async () => {
    expect(readable(await run(trigger, delivered(told)))).toEqual([record]);
  });

  test.each([
    ['a status', { statuses: ['Open', 'Failed'] }, { statuses: ['Completed'] }],
    [
      'a product',
      { productId: '655b33a82209e60b6adb87a6' },
      { productId: '655b33a82209e60b6adb87a9' },
    ],
    ['a kind of source', { sourceTypes: ['website'] }, { sourceTypes: ['Funnel'] }],
    ['a mode', { mode: 'any' }, { mode: 'test' }],
    ['a least amount', { minimumAmount: '$150.10' }, { minimumAmount: 151 }],
    ['a contact', { contactId: CONTACT_ID }, { contactId: 'hT7gK2mWq9ZbR4xVnL0t' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(told, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(told, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the orders that are there, as whole as an event', async () => {
    listedOrders([ORDER_ROW], { limit: 5 });
    oneOrder();
    expect(await runHook(trigger, 'performList', {})).toMatchObject([
      {
        id: ORDER_ID,
        contactName: 'Anna Example',
        contactEmail: 'anna@example.com',
        tax: 12.1,
        couponCode: 'SMILE10',
        items: [{ name: 'Whitening Kit', total: 138 }],
      },
    ]);
  });
}

export const FAILED_PAYMENT = {
  ...PAYMENT,
  _id: paymentId(1),
  status: 'failed',
  chargeSnapshot: { failure_message: 'Your card was declined.' },
};

export const REFUNDED_PAYMENT = {
  ...PAYMENT,
  _id: paymentId(2),
  status: 'refunded',
  amountRefunded: 150.1,
};
