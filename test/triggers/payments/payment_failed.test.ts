import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { App, forgetCache, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { FAILED_PAYMENT, listedPayments, PAYMENT, paymentId } from '../../support/payments.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
  forgetCache();
});
afterEach(resumeTime);

test('payment_failed returns payments that failed, by whatever word, and why', async () => {
  const declined = { ...FAILED_PAYMENT, _id: paymentId(5), status: 'Declined' };
  listedPayments('transactions', [PAYMENT, FAILED_PAYMENT, declined]);
  await expect(run(App.triggers.payment_failed)).resolves.toMatchObject([
    { id: FAILED_PAYMENT._id, status: 'failed', failureReason: 'Your card was declined.' },
    { id: declined._id, status: 'failed', rawStatus: 'Declined' },
  ]);
});
