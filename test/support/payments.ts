import { highLevel, LOCATION_ID } from './app.ts';

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
