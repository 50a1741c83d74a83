import { ALT } from './payments.ts';
import { highLevel } from './app.ts';

export const COUPON_ID = '67f6c132d9485f9dacd5f123';

/** A coupon as HighLevel lists it. */
export const COUPON = {
  _id: COUPON_ID,
  ...ALT,
  name: 'New Year Sale',
  code: 'NEWYEAR25',
  discountType: 'percentage',
  discountValue: 25,
  status: 'scheduled',
  usageCount: 12,
  limitPerCustomer: 1,
  startDate: '2026-12-31T18:00:00.000Z',
  applyToFuturePayments: true,
  applyToFuturePaymentsConfig: { type: 'fixed', duration: 3, durationType: 'months' },
  createdAt: '2026-11-20T10:02:00.000Z',
};

/** HighLevel's answer to a list of coupons. @param query what is asked for beside the page */
export function listedCoupons(data: readonly object[], query: object = {}) {
  return highLevel()
    .get('/payments/coupon/list')
    .query({ ...ALT, limit: 100, offset: 0, ...query })
    .reply(200, { data, totalCount: data.length });
}
