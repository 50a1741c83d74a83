import { expect, test } from '@jest/globals';

import { highLevel, LOCATION_ID, run } from './app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook, type Hook } from './hook.ts';

export const PRODUCT_ID = '655b33a82209e60b6adb87a5';
export const PRICE_ID = '655b33aa2209e60b6adb87a7';

/** A product as HighLevel lists it. */
export const PRODUCT = {
  _id: PRODUCT_ID,
  name: 'Whitening Kit',
  productType: 'PHYSICAL',
  description: 'For use at home.',
  availableInStore: true,
  variants: [{ id: '38s63qmxfr4', name: 'Size', options: [{ id: 'h4z7u0im2q8', name: 'XL' }] }],
  locationId: LOCATION_ID,
  createdAt: '2026-11-20T10:02:00.000Z',
  updatedAt: '2026-11-21T15:40:00.000Z',
};

/** A price as HighLevel lists it. */
export const PRICE = {
  _id: PRICE_ID,
  name: 'Kit',
  type: 'one_time',
  currency: 'USD',
  amount: 129.5,
  product: PRODUCT_ID,
  locationId: LOCATION_ID,
  availableQuantity: 12,
  trackInventory: true,
};

/** The same price, paid every three months in euros. */
export const PLAN = {
  ...PRICE,
  _id: '655b33aa2209e60b6adb87a8',
  name: 'Quarterly',
  type: 'recurring',
  recurring: { interval: 'month', intervalCount: 3 },
  currency: 'EUR',
  amount: 29.99,
};

/** HighLevel's answer to a search for products. */
export function listedProducts(products: readonly object[], query: object = {}) {
  return highLevel()
    .get('/products/')
    .query({ locationId: LOCATION_ID, limit: 100, offset: 0, sortOrder: 'desc', ...query })
    .reply(200, { products, total: [{ total: products.length }] });
}

/** HighLevel's answer to a request for one product. */
export function oneProduct(product: object | undefined = PRODUCT) {
  return highLevel()
    .get(`/products/${PRODUCT_ID}`)
    .query({ locationId: LOCATION_ID })
    .reply(200, product);
}

export function goneProduct() {
  return highLevel()
    .get(`/products/${PRODUCT_ID}`)
    .query({ locationId: LOCATION_ID })
    .reply(404, { message: 'Product not found' });
}

/** HighLevel's answer to a request for a product's prices. */
export function listedPrices(prices: readonly object[], offset = 0) {
  return highLevel()
    .get(`/products/${PRODUCT_ID}/price`)
    .query({ locationId: LOCATION_ID, limit: 100, offset })
    .reply(200, { prices, total: prices.length });
}

/** What holds of each instant trigger for products. */
export function testsOfProductHook(trigger: Hook, event: string): void {
  const { event: payload, record } = fixture('product');
  testsOfEveryHook(trigger, { events: [event], event: { ...payload, type: event } });

  test('reads the event, with and without the name of the event in it', async () => {
    expect(readable(await run(trigger, delivered(payload)))).toEqual([record]);
    expect(readable(await run(trigger, delivered({ ...payload, type: event })))).toEqual([record]);
  });

  test.each([
    ['a type', { productTypes: ['Physical'] }, { productTypes: ['service', 'DIGITAL'] }],
    ['a name', { name: 'whitening' }, { name: 'brush' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(payload, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(payload, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the products that are there', async () => {
    listedProducts([PRODUCT]);
    expect(await runHook(trigger, 'performList', {})).toMatchObject([
      { id: PRODUCT_ID, variants: [{ name: 'Size', options: ['XL'] }] },
    ]);
  });
}
