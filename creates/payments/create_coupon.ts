import { defineCreate } from 'zapier-platform-core';

import { couponFields } from '../../lib/payments/coupon_fields.ts';
import { createCoupon } from '../../lib/payments/coupons.ts';
import { coupon } from '../../resources/coupon.ts';

export default defineCreate({
  key: 'create_coupon',
  noun: 'Coupon',
  display: {
    label: 'Create Coupon',
    description: 'Creates a coupon, with a code that customers enter when they pay.',
  },
  operation: {
    inputFields: couponFields,
    perform: (z, bundle) => createCoupon(z, bundle, bundle.inputData),
    ...coupon.output,
  },
});
