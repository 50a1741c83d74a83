import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { App, forgetCache, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import {
  FAILED_PAYMENT,
  listedPayments,
  PAYMENT,
  paymentId,
  REFUNDED_PAYMENT,
} from '../../support/payments.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
  forgetCache();
});
afterEach(resumeTime);

const PARTLY = { ...PAYMENT, _id: paymentId(3), amountRefunded: 10.5 };

test('payment_refunded returns payments of which anything was given back, of 30 days', async () => {
  listedPayments('transactions', [PAYMENT, REFUNDED_PAYMENT, PARTLY, FAILED_PAYMENT], {
    startAt: '2026-10-24',
  });
  const trigger = App.triggers.payment_refunded;
  await expect(run(trigger)).resolves.toMatchObject([
    { id: REFUNDED_PAYMENT._id, amountRefunded: 150.1, currency: 'USD' },
    { id: PARTLY._id, amountRefunded: 10.5 },
  ]);
  // A further refund of the same payment is news.
  const { outputFields = [] } = trigger.operation;
  const keys = outputFields.filter((field) => 'primary' in field);
  expect(keys).toMatchObject([{ key: 'id' }, { key: 'amountRefunded' }]);
});
