import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { COUPON, COUPON_ID, listedCoupons } from '../../support/coupons.ts';

const find = App.searches.find_coupon;
const LONGER = { ...COUPON, _id: '67f6c132d9485f9dacd5f124', code: 'NEWYEAR25B', name: 'Another' };

describe('find_coupon', () => {
  test('finds by code, an exact match first', async () => {
    listedCoupons([LONGER, COUPON], { search: 'newyear25' });
    await expect(run(find, { inputData: { query: 'newyear25' } })).resolves.toMatchObject([
      {
        id: COUPON_ID,
        code: 'NEWYEAR25',
        status: 'scheduled',
        discountValue: 25,
        isOncePerCustomer: true,
        appliesToFuturePayments: true,
        monthsOfFuturePayments: 3,
        endDate: null,
      },
      { id: LONGER._id },
    ]);
  });

  test('finds by status and by ID', async () => {
    listedCoupons([COUPON], { status: 'scheduled' });
    await expect(run(find, { inputData: { status: 'Scheduled' } })).resolves.toHaveLength(1);
    listedCoupons([LONGER, COUPON]);
    const inputData = { couponId: COUPON_ID };
    await expect(run(find, { inputData })).resolves.toMatchObject([{ id: COUPON_ID }]);
  });

  test('says what to fill in', async () => {
    await expect(run(find)).rejects.toThrow(/Fill in .*Code or Name/);
  });
});
