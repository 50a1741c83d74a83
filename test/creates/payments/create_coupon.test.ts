import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { COUPON, COUPON_ID } from '../../support/coupons.ts';
import { ALT } from '../../support/payments.ts';
import { PRODUCT_ID } from '../../support/products.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
});
afterEach(resumeTime);

const create = App.creates.create_coupon;
const BASE = {
  name: 'New Year Sale',
  code: 'NEWYEAR25',
  discountType: 'Percentage',
  discountValue: 25,
};

const made = (body: object) =>
  highLevel()
    .post('/payments/coupon', {
      ...ALT,
      ...BASE,
      discountType: 'percentage',
      startDate: '2026-11-24T10:01:00.000Z',
      ...body,
    })
    .reply(201, COUPON);

describe('create_coupon', () => {
  test.each([
    [{}, {}],
    [{ startsAt: '2026-11-01T00:00:00Z' }, {}],
    [{ startsAt: '2026-12-31T18:00:00Z' }, { startDate: '2026-12-31T18:00:00.000Z' }],
    [
      {
        discountType: 'Amount',
        discountValue: '$120.50',
        endsAt: '2027-01-31T18:00:00Z',
        usageLimit: '100',
        isOncePerCustomer: 'yes',
        productIds: [PRODUCT_ID],
      },
      {
        discountType: 'amount',
        discountValue: 120.5,
        endDate: '2027-01-31T18:00:00.000Z',
        usageLimit: 100,
        limitPerCustomer: true,
        productIds: [PRODUCT_ID],
      },
    ],
    [{ futurePayments: 'First Payment Only' }, { applyToFuturePayments: false }],
    [{ futurePayments: 'Every Payment' }, { applyToFuturePayments: true }],
    [
      { months: 3 },
      {
        applyToFuturePayments: true,
        applyToFuturePaymentsConfig: { type: 'fixed', duration: 3, durationType: 'months' },
      },
    ],
  ])('creates one of %j', async (inputs, body) => {
    made(body);
    await expect(run(create, { inputData: { ...BASE, ...inputs } })).resolves.toMatchObject({
      id: COUPON_ID,
      code: 'NEWYEAR25',
    });
  });

  test.each([
    [{ discountValue: 120 }, /Discount.* is 120, and a percentage is at most 100/],
    [
      { startsAt: '2026-12-31T18:00:00Z', endsAt: '2026-12-01T18:00:00Z' },
      /Ends At.* is not later than the start/,
    ],
    [{ endsAt: '2026-11-01T18:00:00Z' }, /Ends At.* is not later than the start/],
    [{ futurePayments: 'none', months: 3 }, /Months.* is filled in/],
  ])('creates nothing with %j, and says why', async (inputs, sentence) => {
    await expect(run(create, { inputData: { ...BASE, ...inputs } })).rejects.toThrow(sentence);
  });
});
