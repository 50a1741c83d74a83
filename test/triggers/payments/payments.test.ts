import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import {
  CONTACT_ID,
  listedPayments,
  PAYMENT,
  PAYMENT_ID,
  paymentId,
  SUBSCRIPTION,
} from '../../support/payments.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
  forgetCache();
});
afterEach(resumeTime);

const FAILED = {
  ...PAYMENT,
  _id: paymentId(1),
  status: 'failed',
  chargeSnapshot: { failure_message: 'Your card was declined.' },
};
const REFUNDED = { ...PAYMENT, _id: paymentId(2), status: 'refunded', amountRefunded: 150.1 };
const PARTLY = { ...PAYMENT, _id: paymentId(3), amountRefunded: 10.5 };

describe('new_payment', () => {
  const trigger = App.triggers.new_payment;

  test('returns payments that succeeded in the last days, with the contact, fetched when used', async () => {
    // One day more on either side: the zone of HighLevel's days is not known.
    listedPayments('transactions', [FAILED, PAYMENT, REFUNDED], { startAt: '2026-11-16' });
    await expect(run(trigger)).resolves.toMatchObject([
      {
        id: PAYMENT_ID,
        amount: 150.1,
        currency: 'USD',
        contact: expect.stringContaining('hydrate'),
      },
    ]);
  });

  test('tells of a payment once it succeeds, however late in these days', async () => {
    const pending = { ...PAYMENT, status: 'processing' };
    listedPayments('transactions', [pending]);
    await expect(run(trigger)).resolves.toEqual([]);
    listedPayments('transactions', [{ ...pending, status: 'Succeeded' }]);
    await expect(run(trigger)).resolves.toMatchObject([{ id: PAYMENT_ID }]);
  });

  test('reads every page, whatever the order, and returns the newest first', async () => {
    const older = Array.from({ length: 100 }, (_, index) => ({
      ...PAYMENT,
      _id: paymentId(index),
      createdAt: '2026-11-18T10:00:00Z',
    }));
    listedPayments('transactions', older, { startAt: '2026-11-16' });
    listedPayments('transactions', [PAYMENT], { startAt: '2026-11-16', offset: 100 });
    const found = await run(trigger);
    expect(found).toHaveLength(101);
    expect(found).toMatchObject({ 0: { id: PAYMENT_ID } });
  });

  const TEST = { ...PAYMENT, _id: paymentId(4), liveMode: false };
  test.each([
    [{ sourceTypes: ['Funnel'] }, true],
    [{ sourceTypes: ['website', 'Invoice'] }, false],
    [{ minimumAmount: '$150.10' }, true],
    [{ minimumAmount: 151 }, false],
    [{ contactId: CONTACT_ID }, true],
    [{ mode: 'test' }, false],
  ])('finds those of %j', async (inputData, isFound) => {
    listedPayments('transactions', [PAYMENT]);
    await expect(run(trigger, { inputData })).resolves.toHaveLength(isFound ? 1 : 0);
  });

  test('asks for the mode, and for no mode where both count', async () => {
    const dates = { startAt: '2026-11-16' };
    listedPayments('transactions', [TEST], { ...dates, paymentMode: 'test' });
    await expect(run(trigger, { inputData: { mode: 'test' } })).resolves.toHaveLength(1);
    listedPayments('transactions', [PAYMENT, TEST], { ...dates, paymentMode: undefined });
    await expect(run(trigger, { inputData: { mode: 'any' } })).resolves.toHaveLength(2);
  });
});

test('payment_failed returns payments that failed, by whatever word, and why', async () => {
  const declined = { ...FAILED, _id: paymentId(5), status: 'Declined' };
  listedPayments('transactions', [PAYMENT, FAILED, declined]);
  await expect(run(App.triggers.payment_failed)).resolves.toMatchObject([
    { id: FAILED._id, status: 'failed', failureReason: 'Your card was declined.' },
    { id: declined._id, status: 'failed', rawStatus: 'Declined' },
  ]);
});

test('payment_refunded returns payments of which anything was given back, of 30 days', async () => {
  listedPayments('transactions', [PAYMENT, REFUNDED, PARTLY, FAILED], { startAt: '2026-10-24' });
  const trigger = App.triggers.payment_refunded;
  await expect(run(trigger)).resolves.toMatchObject([
    { id: REFUNDED._id, amountRefunded: 150.1, currency: 'USD' },
    { id: PARTLY._id, amountRefunded: 10.5 },
  ]);
  // A further refund of the same payment is news.
  const { outputFields = [] } = trigger.operation;
  const keys = outputFields.filter((field) => 'primary' in field);
  expect(keys).toMatchObject([{ key: 'id' }, { key: 'amountRefunded' }]);
});

test('new_payment_subscription returns new subscriptions', async () => {
  listedPayments('subscriptions', [SUBSCRIPTION], { startAt: '2026-11-22' });
  await expect(run(App.triggers.new_payment_subscription)).resolves.toMatchObject([
    { id: SUBSCRIPTION._id, amount: 29.99, status: 'active', contactName: 'Anna Example' },
  ]);
});

describe('payment_subscription_status_changed', () => {
  const trigger = App.triggers.payment_subscription_status_changed;
  const late = {
    ...SUBSCRIPTION,
    _id: paymentId(6),
    status: 'PastDue',
    updatedAt: '2026-11-23T08:00:00Z',
  };

  test('returns all subscriptions that changed since they were made, however old', async () => {
    listedPayments('subscriptions', [SUBSCRIPTION, late], {});
    await expect(run(trigger)).resolves.toMatchObject([
      { id: late._id, status: 'past_due', rawStatus: 'PastDue' },
    ]);
  });

  test.each([
    [['Past Due'], 1],
    [['pastdue', 'active'], 1],
    [['Canceled'], 0],
  ])('finds those with the statuses %j', async (statuses, count) => {
    listedPayments('subscriptions', [late]);
    await expect(run(trigger, { inputData: { statuses } })).resolves.toHaveLength(count);
  });
});
