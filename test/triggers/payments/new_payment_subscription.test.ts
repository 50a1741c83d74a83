import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { App, forgetCache, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { listedPayments, SUBSCRIPTION } from '../../support/payments.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
  forgetCache();
});
afterEach(resumeTime);

test('new_payment_subscription returns new subscriptions', async () => {
  listedPayments('subscriptions', [SUBSCRIPTION], { startAt: '2026-11-22' });
  await expect(run(App.triggers.new_payment_subscription)).resolves.toMatchObject([
    { id: SUBSCRIPTION._id, amount: 29.99, status: 'active', contactName: 'Anna Example' },
  ]);
});
