import { describe, expect, test } from '@jest/globals';

import { payment, subscription } from '../../resources/payment.ts';
import { LOCATION_ID } from '../support/app.ts';
import { CONTACT_ID, ORDER_ID, PAYMENT, PAYMENT_ID, SUBSCRIPTION } from '../support/payments.ts';

describe('a payment', () => {
  test('of a list', () => {
    expect(payment.parse(PAYMENT)).toMatchObject({
      id: PAYMENT_ID,
      status: 'succeeded',
      amount: 150.1,
      amountRefunded: 0,
      currency: 'USD',
      method: 'Visa 4242',
      isCard: true,
      provider: 'stripe',
      failureReason: null,
      contactName: 'Anna Example',
      contactId: CONTACT_ID,
      locationId: LOCATION_ID,
      sourceType: 'funnel',
      sourceName: 'Spring Offer',
      orderId: ORDER_ID,
      invoiceId: null,
      isLive: true,
    });
  });

  test('by itself, whose contact and source are records of their own', () => {
    const one = {
      _id: PAYMENT_ID,
      altId: LOCATION_ID,
      contactSnapshot: { id: CONTACT_ID, first_name: 'Anna', last_name: 'Example', phone: '+1555' },
      entityType: 'invoice',
      entityId: ORDER_ID,
      entitySource: { type: 'invoice', name: 'Website', id: 'x' },
      paymentProvider: { type: 'paypal' },
      paymentMethod: { mode: 'bank_transfer' },
      status: 'Declined',
      chargeSnapshot: { failure_message: 'Your card was declined.' },
    };
    expect(payment.parse(one)).toMatchObject({
      contactName: 'Anna Example',
      contactPhone: '+1555',
      contactId: CONTACT_ID,
      sourceType: 'invoice',
      sourceName: 'Website',
      provider: 'paypal',
      method: 'bank transfer',
      isCard: false,
      status: 'failed',
      rawStatus: 'Declined',
      failureReason: 'Your card was declined.',
      invoiceId: ORDER_ID,
      orderId: null,
    });
  });

  test.each([
    [{ mode: 'card' }, 'card', true],
    ['us_bank_account', 'us_bank_account', false],
    [undefined, null, null],
  ])('paid with %j says whether it was by card', (paymentMethod, method, isCard) => {
    expect(payment.parse({ ...PAYMENT, paymentMethod })).toMatchObject({ method, isCard });
  });
});

test('a subscription says when its status changed, where the provider does', () => {
  expect(subscription.parse(SUBSCRIPTION)).toMatchObject({
    amount: 29.99,
    currency: 'USD',
    providerSubscriptionId: 'sub_1KGcXDCScnf89tZoVkoEMCEL',
    statusChangedAt: null,
  });
  const byPayPal = { status: 'ACTIVE', status_update_time: '2026-11-21T08:00:00Z' };
  expect(subscription.parse({ ...SUBSCRIPTION, subscriptionSnapshot: byPayPal })).toMatchObject({
    statusChangedAt: '2026-11-21T08:00:00.000Z',
  });
});
