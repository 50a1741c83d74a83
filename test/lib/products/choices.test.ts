import { describe, expect, test } from '@jest/globals';
import type { Bundle, ZObject } from 'zapier-platform-core';

import { priceChoices, productChoices, productAndPrice } from '../../../lib/products/choices.ts';
import { runMethod } from '../../support/app.ts';
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

const LABELS = { product: 'Product', price: 'Price' };

const here = (work: (z: ZObject, bundle: Bundle) => unknown, inputData = {}) =>
  runMethod(work, { inputData });

const named = (product: string, price?: string) =>
  here((z, bundle) =>
    productAndPrice(z, bundle, { product, ...(price !== undefined && { price }) }, LABELS),
  );

describe('dropdowns', () => {
  test('of products show their names, page after page', async () => {
    const full = Array.from({ length: 100 }, () => PRODUCT);
    listedProducts(full);
    const choice = { id: PRODUCT_ID, name: 'Whitening Kit' };
    await expect(here(productChoices)).resolves.toEqual({
      choices: full.map(() => choice),
      next: '100',
    });
  });

  test('of prices say what each costs', async () => {
    listedPrices([PRICE, PLAN]);
    await expect(here(priceChoices, { productId: PRODUCT_ID })).resolves.toEqual({
      choices: [
        { id: PRICE_ID, name: 'Kit (129.50 USD)' },
        { id: PLAN._id, name: 'Quarterly (29.99 EUR every 3 months)' },
      ],
    });
  });

  test('of prices are empty before a product is chosen', async () => {
    await expect(here(priceChoices)).resolves.toEqual({
      choices: [],
    });
  });
});

describe('a product and one of its prices', () => {
  test('are found by their names', async () => {
    listedProducts([PRODUCT], { search: 'whitening kit' });
    oneProduct();
    listedPrices([PRICE, PLAN]);
    await expect(named('whitening kit', 'quarterly')).resolves.toMatchObject({
      product: { id: PRODUCT_ID },
      price: { id: PLAN._id, productName: 'Whitening Kit' },
    });
  });

  test('are found by their IDs', async () => {
    oneProduct();
    listedPrices([PRICE, PLAN]);
    await expect(named(PRODUCT_ID, PRICE_ID)).resolves.toMatchObject({ price: { id: PRICE_ID } });
  });

  test('need no price where the product has only one', async () => {
    oneProduct();
    listedPrices([PRICE]);
    await expect(named(PRODUCT_ID)).resolves.toMatchObject({ price: { id: PRICE_ID } });
  });

  test.each([
    [
      [PRICE, PLAN],
      undefined,
      /which price of \\"Whitening Kit\\" .*Kit \(129.50 USD\), Quarterly/,
    ],
    [[PRICE], 'Yearly', /cannot be \\"Yearly\\": the product \\"Whitening Kit\\" has no such/],
    [[], undefined, /Whitening Kit\\" has no price/],
  ])('are refused among %j with %p', async (prices, typed, sentence) => {
    oneProduct();
    listedPrices(prices);
    await expect(named(PRODUCT_ID, typed)).rejects.toThrow(sentence);
  });

  test('are refused where the product is gone', async () => {
    goneProduct();
    await expect(named(PRODUCT_ID)).rejects.toThrow(/No product has the ID/);
  });
});
