import { describe, expect, test } from '@jest/globals';

import { priceId, productId } from '../../sandbox/seed/products.ts';
import { envelope, traceId } from './shapes.ts';
import {
  anything,
  boolean,
  either,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  number,
  optional,
  orNull,
  problemsOf,
  record,
  text as aText,
} from './support/shape.ts';
import {
  type Answer,
  at,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const place = `locationId=${HARBOUR}`;
const KIT = `/products/${productId('Whitening Kit')}`;
const KIT_PRICE = `${KIT}/price/${priceId('Whitening Kit', 'Kit')}`;

type Body = Record<string, unknown>;

const post = (path: string, body: Body): Promise<Answer> => sandbox.call(path, { body });
const put = (path: string, body: Body): Promise<Answer> =>
  sandbox.call(path, { method: 'PUT', body });
const remove = (path: string): Promise<Answer> =>
  sandbox.call(`${path}?${place}`, { method: 'DELETE' });

const draft = { locationId: HARBOUR, name: 'Floss', productType: 'PHYSICAL' };
const price = {
  locationId: HARBOUR,
  name: 'Pack',
  type: 'one_time',
  currency: 'USD',
  amount: 4.95,
};

const variants = listOf(
  record({ id: aText, name: aText, options: listOf(record({ id: aText, name: aText })) }),
);
const objectId = like(/^[0-9a-f]{24}$/);
const product = {
  _id: objectId,
  locationId: aText,
  name: aText,
  productType: like(/^(DIGITAL|PHYSICAL|SERVICE|PHYSICAL\/DIGITAL)$/),
  description: optional(aText),
  variants,
  availableInStore: boolean,
  statementDescriptor: optional(aText),
  image: optional(aText),
  collectionIds: listOf(aText),
  isTaxesEnabled: boolean,
  taxes: listOf(aText),
  automaticTaxCategoryId: optional(aText),
  label: optional(mapOf(anything)),
  slug: optional(aText),
  createdAt: iso,
  updatedAt: iso,
};
const priced = {
  _id: objectId,
  product: objectId,
  locationId: aText,
  userId: optional(aText),
  name: aText,
  currency: aText,
  amount: number,
  recurring: optional(record({ interval: like(/^(day|week|month|year)$/), intervalCount: number })),
  membershipOffers: listOf(anything),
  variantOptionIds: listOf(aText),
  compareAtPrice: optional(number),
  trackInventory: orNull(boolean),
  availableQuantity: optional(number),
  allowOutOfStockPurchases: boolean,
  createdAt: iso,
  updatedAt: iso,
};
const kind = like(/^(one_time|recurring)$/);

test('answers have the documented keys and types', async () => {
  const one = record({ ...product, traceId });
  const onePrice = record({ ...priced, type: kind, traceId });
  const stock = record({
    _id: objectId,
    name: aText,
    availableQuantity: number,
    sku: aText,
    allowOutOfStockPurchases: boolean,
    product: objectId,
    updatedAt: iso,
    image: optional(aText),
    productName: aText,
  });
  const shapes = [
    [
      await sandbox.call(`/products/?${place}`),
      record({
        products: listOf(record(product)),
        total: listOf(record({ total: number })),
        traceId,
      }),
    ],
    [await sandbox.call(`${KIT}?${place}`), one],
    [await post('/products/', draft), one],
    [
      await sandbox.call(`${KIT}/price?${place}`),
      record({ prices: listOf(record({ ...priced, type: kind })), total: number, traceId }),
    ],
    [await sandbox.call(`${KIT_PRICE}?${place}`), onePrice],
    [await post(`${KIT}/price`, price), onePrice],
    [
      await sandbox.call(`/products/inventory?altId=${HARBOUR}&altType=location`),
      record({ inventory: listOf(stock), total: record({ total: number }), traceId }),
    ],
    [await remove(KIT), record({ status: exactly(true), traceId })],
  ] as const;
  for (const [answer, shape] of shapes) {
    expect(answer.status).toBeLessThan(300);
    expect(problemsOf(shape, answer.body)).toEqual([]);
  }
});

describe('products', () => {
  test('are found by a part of their name, page after page', async () => {
    const names = async (query: string): Promise<unknown[]> =>
      list((await sandbox.call(`/products/?${place}&${query}`)).body, 'products').map((one) =>
        at(one, 'name'),
      );
    expect(await names('')).toHaveLength(5);
    expect(await names('search=GUIDE')).toEqual(['Brushing Guide']);
    expect(await names('availableInStore=true')).toHaveLength(2);
    expect(await names('limit=2&offset=4&sortOrder=asc')).toEqual(['Brushing Guide']);
    expect(await names(`productIds=${productId('Care Plan')}`)).toEqual(['Care Plan']);
  });

  test('are replaced as a whole, by what they demand at least', async () => {
    const changed = await put(KIT, { ...draft, name: 'Kit' });
    expect(changed.body).toMatchObject({ name: 'Kit', availableInStore: false });
    expect(at(changed.body, 'description')).toBeUndefined();
    const partial = await put(KIT, { name: 'Kit' });
    expect(partial.status).toBe(422);
    expect(partial.text).toContain('productType should not be empty');
  });

  test.each([
    ['of an unknown kind', { ...draft, productType: 'FOOD' }, 422],
    ['with an unknown key', { ...draft, price: 4 }, 422],
    ['of another sub-account', { ...draft, locationId: NORTHSIDE_ID }, 403],
  ])('are refused %s', async (_, body, status) => {
    expect((await post('/products/', body)).status).toBe(status);
  });

  test('stay within the sub-account and the scopes, and are read by an agency', async () => {
    const withoutScope = await sandbox.issue({ withoutScopes: ['products.readonly'] });
    expect((await sandbox.call(`${KIT}?${place}`, { token: withoutScope })).status).toBe(401);
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`${KIT}?${place}`, { token: other })).status).toBe(403);
    const theirs = `locationId=${NORTHSIDE_ID}`;
    expect((await sandbox.call(`${KIT}?${theirs}`, { token: other })).status).toBe(404);
    const company = await sandbox.issue({ company: true });
    expect((await sandbox.call(`${KIT}?${place}`, { token: company })).status).toBe(200);
  });

  test('of every sub-account are its own', async () => {
    const token = await sandbox.issue({ locationId: NORTHSIDE_ID });
    const answer = await sandbox.call(`/products/?locationId=${NORTHSIDE_ID}`, { token });
    expect(list(answer.body, 'products').map((one) => at(one, 'name'))).toEqual([
      'Northside Fitness Towel',
      'Northside Fitness Membership',
    ]);
    const [made] = list(
      await sandbox.control('/sub-accounts', { count: 1, name: 'Oak' }),
      'locations',
    );
    const products = list(await sandbox.control(`/state/products?locationId=${text(made, 'id')}`));
    expect(products.map((one) => at(one, 'name'))).toEqual(['Oak Membership', 'Oak Towel']);
  });
});

describe('prices', () => {
  test('that recur say how often', async () => {
    const recurring = { ...price, type: 'recurring' };
    expect((await post(`${KIT}/price`, recurring)).status).toBe(422);
    const every = { ...recurring, recurring: { interval: 'month', intervalCount: 3 } };
    expect(await post(`${KIT}/price`, every)).toMatchObject({
      status: 201,
      body: { type: 'recurring', recurring: { interval: 'month', intervalCount: 3 } },
    });
  });

  test('change their stock by their ids', async () => {
    const alt = { altId: HARBOUR, altType: 'location' };
    const items = [{ priceId: priceId('Whitening Kit', 'Kit'), availableQuantity: 3 }];
    expect(await post('/products/inventory', { ...alt, items })).toMatchObject({
      status: 201,
      body: { status: true },
    });
    const found = await sandbox.call(
      `/products/inventory?altId=${HARBOUR}&altType=location&search=whitening`,
    );
    expect(at(found.body, 'inventory', 0, 'availableQuantity')).toBe(3);
    const unknown = [{ priceId: 'nothing', availableQuantity: 3 }];
    expect((await post('/products/inventory', { ...alt, items: unknown })).status).toBe(400);
  });
});

describe('events', () => {
  const CAUSES: [string, () => Promise<unknown>][] = [
    ['ProductCreate', () => post('/products/', draft)],
    ['ProductUpdate', () => put(KIT, draft)],
    ['ProductDelete', () => remove(KIT)],
    ['PriceCreate', () => post(`${KIT}/price`, price)],
    ['PriceUpdate', () => put(KIT_PRICE, price)],
    ['PriceDelete', () => remove(KIT_PRICE)],
  ];
  const answersOnly = /^(collectionIds|isTaxesEnabled|taxes|automaticTaxCategoryId|label|slug)$/;
  const told = Object.fromEntries(
    Object.entries(product).filter(([key]) => !answersOnly.test(key)),
  );
  const ofProduct = record({
    ...envelope,
    ...told,
    type: optional(like(/^Product(Create|Update|Delete)$/)),
    medias: listOf(anything),
    userId: optional(aText),
  });
  const ofPrice = record({
    ...envelope,
    ...priced,
    priceType: optional(kind),
    type: optional(either(kind, like(/^Price(Create|Update|Delete)$/))),
  });

  describe.each([true, false])('with a type: %s', (catalogEventType) => {
    test.each(CAUSES)('%s', async (type, cause) => {
      await sandbox.control('/settings', { catalogEventType });
      await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
      await cause();
      const [delivery, ...more] = list(await sandbox.control('/deliveries'));
      expect(more).toEqual([]);
      const shape = type.startsWith('Price') ? ofPrice : ofProduct;
      expect(problemsOf(shape, at(delivery, 'body'))).toEqual([]);
      const documented = type.startsWith('Price') && type !== 'PriceCreate' ? 'one_time' : '';
      expect(at(delivery, 'type')).toBe(catalogEventType ? type : documented);
    });
  });
});
