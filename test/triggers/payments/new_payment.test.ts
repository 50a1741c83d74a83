import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import {
  CONTACT_ID,
  FAILED_PAYMENT,
  listedPayments,
  PAYMENT,
  PAYMENT_ID,
  paymentId,
  REFUNDED_PAYMENT,
} from '../../support/payments.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
  forgetCache();
});
afterEach(resumeTime);

describe('new_payment', () => {
  const trigger = App.triggers.new_payment;

  test('returns payments that succeeded in the last days, with the contact, fetched when used', async () => {
    // One day more on either side: the zone of HighLevel's days is not known.
    listedPayments('transactions', [FAILED_PAYMENT, PAYMENT, REFUNDED_PAYMENT], {
      startAt: '2026-11-16',
    });
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
