import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { PRODUCT_ID } from '../../support/products.ts';

test('delete_product deletes a product of the sub-account', async () => {
  highLevel()
    .delete(`/products/${PRODUCT_ID}`)
    .query({ locationId: LOCATION_ID })
    .reply(200, { status: true });
  const inputData = { productId: PRODUCT_ID };
  await expect(run(App.creates.delete_product, { inputData })).resolves.toEqual({
    id: PRODUCT_ID,
    deleted: true,
  });
});
