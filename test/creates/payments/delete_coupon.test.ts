import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { COUPON, COUPON_ID, listedCoupons } from '../../support/coupons.ts';
import { ALT } from '../../support/payments.ts';

test('delete_coupon deletes a coupon, by its code too', async () => {
  listedCoupons([COUPON]);
  highLevel()
    .delete('/payments/coupon', { ...ALT, id: COUPON_ID })
    .reply(200, { success: true });
  const inputData = { couponId: 'newyear25' };
  await expect(run(App.creates.delete_coupon, { inputData })).resolves.toEqual({
    id: COUPON_ID,
    deleted: true,
  });
});
