import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { listedPrices, PLAN, PRICE, PRICE_ID, PRODUCT_ID } from '../../support/products.ts';

test('delete_product_price deletes a price by its name, and no other', async () => {
  listedPrices([PLAN, PRICE]);
  highLevel()
    .delete(`/products/${PRODUCT_ID}/price/${PRICE_ID}`)
    .query({ locationId: LOCATION_ID })
    .reply(200, { status: true });
  const inputData = { productId: PRODUCT_ID, priceId: 'kit' };
  await expect(run(App.creates.delete_product_price, { inputData })).resolves.toEqual({
    id: PRICE_ID,
    deleted: true,
  });
});
