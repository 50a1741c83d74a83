import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, decimal, id, integer, lead, text, texts, yesNo } from './fields.ts';
import { toNumber, toRecord, type RawRecord } from './values.ts';

/** How a coupon lowers a price, in HighLevel's words, and what people call it. */
export const DISCOUNT_TYPES = { percentage: 'Percentage', amount: 'Amount' } as const;

/** Whether a coupon can be used, in HighLevel's words, and what people call it. */
export const COUPON_STATUSES = {
  active: 'Active',
  scheduled: 'Scheduled',
  expired: 'Expired',
} as const;

/** A coupon. It has no currency: an amount is in the currency of what is bought. */
export const coupon = defineResource(
  'coupon',
  () =>
    z.object({
      id: id('Coupon ID', '67f6c132d9485f9dacd5f123'),
      name: lead(text('Name', 'New Year Sale')),
      code: lead(text('Code', 'NEWYEAR25')),
      status: lead(text('Status', 'active')),
      discountType: text('Discount Type', 'percentage'),
      discountValue: decimal('Discount', 25),
      startDate: dateTime('Starts At', '2026-12-31T18:00:00.000Z'),
      endDate: dateTime('Ends At', '2027-01-31T18:00:00.000Z'),
      usageLimit: integer('Usage Limit', 100),
      usageCount: integer('Times Used', 12),
      isOncePerCustomer: yesNo('Is Once Per Customer', true),
      appliesToFuturePayments: yesNo('Applies to Future Payments', true),
      monthsOfFuturePayments: integer('Months of Future Payments', null),
      productIds: texts('Product IDs', ['655b33a82209e60b6adb87a5']),
      createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      updatedAt: dateTime('Updated At', '2026-11-20T10:02:00.000Z'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readCoupon,
);

function readCoupon(raw: RawRecord): RawRecord {
  const { limitPerCustomer } = raw;
  const { type, duration } = toRecord(raw['applyToFuturePaymentsConfig']);
  const limit = toNumber(limitPerCustomer);
  return {
    ...raw,
    id: raw['_id'] ?? raw['id'],
    locationId: raw['altId'] ?? raw['locationId'],
    // Requests take yes or no, and answers have a number.
    isOncePerCustomer: limit === null ? limitPerCustomer : limit > 0,
    appliesToFuturePayments: raw['applyToFuturePayments'],
    monthsOfFuturePayments: type === 'fixed' ? duration : null,
  };
}
