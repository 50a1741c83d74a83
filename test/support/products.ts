import { highLevel, LOCATION_ID } from './app.ts';

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
