import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { PRICE, PRICE_ID, PRODUCT, PRODUCT_ID } from '../../support/products.ts';

const create = App.creates.create_product;

const made = (body: object = {}) =>
  highLevel()
    .post('/products/', {
      locationId: LOCATION_ID,
      name: 'Whitening Kit',
      productType: 'PHYSICAL',
      ...body,
    })
    .reply(201, PRODUCT);

const priced = (body: object) =>
  highLevel().post(`/products/${PRODUCT_ID}/price`, { locationId: LOCATION_ID, ...body });

const BASE = { name: 'Whitening Kit', productType: 'Physical' };

describe('create_product', () => {
  test('creates a product without a price', async () => {
    made({ description: 'For use at home.', availableInStore: true });
    const inputData = { ...BASE, description: 'For use at home.', availableInStore: 'yes' };
    await expect(run(create, { inputData })).resolves.toMatchObject({
      id: PRODUCT_ID,
      name: 'Whitening Kit',
      variants: [{ name: 'Size', options: ['XL'] }],
      priceId: null,
      amount: null,
      notice: null,
    });
  });

  test('creates its first price in the same step', async () => {
    made();
    priced({
      name: 'Whitening Kit',
      type: 'one_time',
      currency: 'USD',
      amount: 129.5,
      trackInventory: true,
      availableQuantity: 12,
    }).reply(201, PRICE);
    const inputData = {
      ...BASE,
      amount: '$129.50',
      currency: 'us dollar (usd)',
      availableQuantity: 12,
    };
    await expect(run(create, { inputData })).resolves.toMatchObject({
      id: PRODUCT_ID,
      priceId: PRICE_ID,
      priceName: 'Kit',
      amount: 129.5,
      currency: 'USD',
      notice: null,
    });
  });

  test('keeps the product where HighLevel refuses the price, and says what to do', async () => {
    made();
    priced({ name: 'Whitening Kit', type: 'one_time', currency: 'USD', amount: 5 }).reply(422, {
      message: ['amount must not be less than 10'],
    });
    const inputData = { ...BASE, amount: 5, currency: 'USD' };
    await expect(run(create, { inputData })).resolves.toMatchObject({
      id: PRODUCT_ID,
      priceId: null,
      notice: expect.stringMatching(
        /^The product was created, but not its price\. .*10.* Add the price with a Create Product Price step/,
      ),
    });
  });

  test.each([
    [{ amount: 5 }, /Amount.* and .*Currency.* go together/],
    [{ sku: 'WK-1' }, /Fill in .*Amount/],
    [{ amount: 5.555, currency: 'USD' }, /Amount.* is 5\.555.* at most 2 decimals/],
    [{ amount: 5.5, currency: 'JPY' }, /JPY have no decimals/],
    [
      { amount: 5, currency: 'USD', priceType: 'One-Time', interval: 'Month' },
      /Interval.* is for recurring prices only/,
    ],
  ])('creates nothing with %j, and says why', async (inputs, sentence) => {
    await expect(run(create, { inputData: { ...BASE, ...inputs } })).rejects.toThrow(sentence);
  });
});
