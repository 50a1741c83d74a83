import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { COUPON, COUPON_ID, listedCoupons } from '../../support/coupons.ts';
import { ALT } from '../../support/payments.ts';
import { PRODUCT_ID } from '../../support/products.ts';

beforeEach(() => {
  stopTime('2026-11-24T10:00:00Z');
});
afterEach(resumeTime);

const update = (changes: object) =>
  run(App.creates.update_coupon, { inputData: { couponId: COUPON_ID, ...changes } });

const THREE_MONTHS = {
  applyToFuturePayments: true,
  applyToFuturePaymentsConfig: { type: 'fixed', duration: 3, durationType: 'months' },
};
/** What is sent of the coupon when nothing of it changes. */
const SAME = {
  name: 'New Year Sale',
  code: 'NEWYEAR25',
  discountType: 'percentage',
  discountValue: 25,
  startDate: '2026-12-31T18:00:00.000Z',
  limitPerCustomer: true,
};
/** All that a coupon can have, and it started already. */
const FULL = {
  ...COUPON,
  startDate: '2026-11-01T18:00:00.000Z',
  endDate: '2027-01-31T18:00:00.000Z',
  usageLimit: 100,
  limitPerCustomer: 0,
  productIds: [PRODUCT_ID],
  applyToFuturePaymentsConfig: { type: 'forever' },
};

function written(body: object) {
  highLevel()
    .put('/payments/coupon', { ...ALT, id: COUPON_ID, ...body })
    .reply(200, COUPON);
}

describe('update_coupon', () => {
  test.each([
    [{ name: 'Sale' }, { ...THREE_MONTHS, name: 'Sale' }],
    [
      { discountType: 'Amount', discountValue: '$120.50' },
      { ...THREE_MONTHS, discountType: 'amount', discountValue: 120.5 },
    ],
    [
      { startsAt: '2026-11-01T00:00:00Z', endsAt: '2026-12-24T00:00:00Z' },
      {
        ...THREE_MONTHS,
        startDate: '2026-11-24T10:01:00.000Z',
        endDate: '2026-12-24T00:00:00.000Z',
      },
    ],
    [{ isOncePerCustomer: 'no' }, { ...THREE_MONTHS, limitPerCustomer: false }],
    [{ futurePayments: 'First Payment Only' }, { applyToFuturePayments: false }],
    [{ futurePayments: 'Every Payment' }, { applyToFuturePayments: true }],
  ])('changes %j and leaves the rest', async (changes, body) => {
    listedCoupons([COUPON]);
    written({ ...SAME, ...body });
    await expect(update(changes)).resolves.toMatchObject({ id: COUPON_ID, code: 'NEWYEAR25' });
  });

  test('sends all of a coupon again, a start in the past as well', async () => {
    listedCoupons([FULL]);
    written({
      ...SAME,
      code: 'SALE',
      startDate: '2026-11-01T18:00:00.000Z',
      endDate: '2027-01-31T18:00:00.000Z',
      usageLimit: 100,
      limitPerCustomer: false,
      productIds: [PRODUCT_ID],
      applyToFuturePayments: true,
    });
    await expect(update({ code: 'SALE' })).resolves.toMatchObject({ id: COUPON_ID });
  });

  test('gives months to a coupon for the first payment only', async () => {
    listedCoupons([{ ...COUPON, applyToFuturePayments: false }]);
    written({ ...SAME, ...THREE_MONTHS });
    await expect(update({ months: 3 })).resolves.toMatchObject({ id: COUPON_ID });
  });

  test.each([
    [{ discountValue: 120 }, /Discount.* is 120, and a percentage is at most 100/],
    [{ endsAt: '2026-12-01T18:00:00Z' }, /Ends At.* is not later than the start/],
    [{ futurePayments: 'none', months: 3 }, /Months.* is filled in/],
  ])('changes nothing with %j, and says why', async (changes, sentence) => {
    listedCoupons([COUPON]);
    await expect(update(changes)).rejects.toThrow(sentence);
  });

  test('says that there is nothing to change, or no such coupon', async () => {
    await expect(update({})).rejects.toThrow(/Nothing to change/);
    listedCoupons([]);
    await expect(update({ name: 'Sale' })).rejects.toThrow(/No coupon has the ID/);
  });
});
