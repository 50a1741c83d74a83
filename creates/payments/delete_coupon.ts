import { defineCreate } from 'zapier-platform-core';

import { deleteCoupon } from '../../lib/payments/coupons.ts';
import { couponField } from '../../lib/payments/fields.ts';
import { removedCoupon } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_coupon',
  noun: 'Coupon',
  display: {
    label: 'Delete Coupon',
    description: 'Deletes a coupon, so that nobody can use it anymore. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...couponField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the coupon for everyone in your sub-account.** Customers can no longer use its code. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { couponId } = bundle.inputData;
      await deleteCoupon(z, bundle, couponId);
      return removedCoupon.parse({ id: couponId, deleted: true });
    },
    ...removedCoupon.output,
  },
});
