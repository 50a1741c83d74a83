import { defineCreate } from 'zapier-platform-core';

import { couponChangeFields } from '../../lib/payments/coupon_fields.ts';
import { updateCoupon } from '../../lib/payments/coupons.ts';
import { couponField } from '../../lib/payments/fields.ts';
import { coupon } from '../../resources/coupon.ts';

export default defineCreate({
  key: 'update_coupon',
  noun: 'Coupon',
  display: {
    label: 'Update Coupon',
    description:
      'Changes a coupon, one of the first 500 of your sub-account. Fields left blank stay as they are.',
  },
  operation: {
    inputFields: [{ ...couponField, required: true }, ...couponChangeFields],
    perform: (z, bundle) => {
      const { couponId, ...changes } = bundle.inputData;
      return updateCoupon(z, bundle, couponId, changes);
    },
    ...coupon.output,
  },
});
