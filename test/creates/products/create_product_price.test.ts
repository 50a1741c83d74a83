import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { goneProduct, oneProduct, PLAN, PRODUCT_ID } from '../../support/products.ts';

const create = App.creates.create_product_price;
const BASE = { productId: PRODUCT_ID, name: 'Quarterly', amount: '29.99', currency: 'EUR' };

const priced = (body: object) =>
  highLevel()
    .post(`/products/${PRODUCT_ID}/price`, {
      locationId: LOCATION_ID,
      name: 'Quarterly',
      currency: 'EUR',
      amount: 29.99,
      ...body,
    })
    .reply(201, PLAN);

describe('create_product_price', () => {
  test.each([
    [{}, { type: 'one_time' }],
    [
      { priceType: 'Recurring' },
      { type: 'recurring', recurring: { interval: 'month', intervalCount: 1 } },
    ],
    [
      { interval: 'Month', intervalCount: 3, trialPeriod: 14, setupFee: '10 €' },
      {
        type: 'recurring',
        recurring: { interval: 'month', intervalCount: 3 },
        trialPeriod: 14,
        setupFee: 10,
      },
    ],
    [
      { sku: 'WK-1', availableQuantity: 0, allowOutOfStockPurchases: 'no', compareAtPrice: 35 },
      {
        type: 'one_time',
        sku: 'WK-1',
        trackInventory: true,
        availableQuantity: 0,
        allowOutOfStockPurchases: false,
        compareAtPrice: 35,
      },
    ],
  ])('adds a price of %j', async (inputs, body) => {
    oneProduct();
    priced(body);
    await expect(run(create, { inputData: { ...BASE, ...inputs } })).resolves.toMatchObject({
      id: PLAN._id,
      amount: 29.99,
      currency: 'EUR',
      interval: 'month',
      intervalCount: 3,
      productId: PRODUCT_ID,
      productName: 'Whitening Kit',
    });
  });

  test('says so where the product is gone', async () => {
    goneProduct();
    await expect(run(create, { inputData: BASE })).rejects.toThrow(/No product has the ID/);
  });
});
