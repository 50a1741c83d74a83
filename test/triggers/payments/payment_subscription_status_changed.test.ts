import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { listedPayments, paymentId, SUBSCRIPTION } from '../../support/payments.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
  forgetCache();
});
afterEach(resumeTime);

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
