import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import {
  goneProduct,
  listedPrices,
  listedProducts,
  oneProduct,
  PLAN,
  PRICE,
  PRICE_ID,
  PRODUCT,
  PRODUCT_ID,
} from '../../support/products.ts';

const find = App.searches.find_product_price;

describe('find_product_price', () => {
  test.each([
    [{}, [PRICE_ID, PLAN._id]],
    [{ name: 'kit' }, [PRICE_ID]],
    [{ type: 'Recurring' }, [PLAN._id]],
    [{ currency: 'eur' }, [PLAN._id]],
    [{ name: 'Kit', currency: 'EUR' }, []],
  ])('finds by %p', async (inputs, ids) => {
    oneProduct();
    listedPrices([PRICE, PLAN]);
    const found = await run(find, { inputData: { productId: PRODUCT_ID, ...inputs } });
    expect(found).toMatchObject(ids.map((id) => ({ id, productName: 'Whitening Kit' })));
    expect(found).toHaveLength(ids.length);
  });

  test('says what a price costs, how often, and what is in stock', async () => {
    oneProduct();
    listedPrices([PLAN]);
    await expect(run(find, { inputData: { productId: PRODUCT_ID } })).resolves.toMatchObject([
      {
        amount: 29.99,
        currency: 'EUR',
        type: 'recurring',
        interval: 'month',
        intervalCount: 3,
        availableQuantity: 12,
        productId: PRODUCT_ID,
      },
    ]);
  });

  test('takes the product by its name', async () => {
    listedProducts([PRODUCT], { search: 'Whitening kit' });
    oneProduct();
    listedPrices([PRICE]);
    const inputData = { productId: 'Whitening kit' };
    await expect(run(find, { inputData })).resolves.toMatchObject([{ id: PRICE_ID }]);
  });

  test('a product that is gone has no prices', async () => {
    goneProduct();
    await expect(run(find, { inputData: { productId: PRODUCT_ID } })).resolves.toEqual([]);
  });
});
