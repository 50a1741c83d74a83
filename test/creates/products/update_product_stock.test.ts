import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { listedPrices, oneProduct, PRICE, PRICE_ID, PRODUCT_ID } from '../../support/products.ts';

const update = App.creates.update_product_stock;

const onePrice = () =>
  highLevel().get(`/products/${PRODUCT_ID}/price/${PRICE_ID}`).query({ locationId: LOCATION_ID });

describe('update_product_stock', () => {
  test('sets how many there are, of a price by its name', async () => {
    listedPrices([PRICE]);
    oneProduct();
    onePrice().reply(200, PRICE);
    highLevel()
      .post('/products/inventory', {
        altId: LOCATION_ID,
        altType: 'location',
        items: [{ priceId: PRICE_ID, availableQuantity: 0 }],
      })
      .reply(201, { status: true, message: 'Successfully created' });
    const inputData = { productId: PRODUCT_ID, priceId: 'kit', availableQuantity: 0 };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: PRICE_ID,
      availableQuantity: 0,
      productName: 'Whitening Kit',
      amount: 129.5,
      currency: 'USD',
    });
  });

  test('says what is wrong', async () => {
    const inputData = { productId: PRODUCT_ID, priceId: PRICE_ID };
    await expect(run(update, { inputData })).rejects.toThrow(/Nothing to change/);
    oneProduct();
    onePrice().reply(404, { message: 'Price not found' });
    await expect(
      run(update, { inputData: { ...inputData, availableQuantity: 3 } }),
    ).rejects.toThrow(/No price has the ID/);
  });
});
