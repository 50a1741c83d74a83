import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, integer, lead, lines, text, texts, yesNo } from './fields.ts';
import { amountFrom, money } from './money.ts';
import { isRecord, toList, toRecord, type RawRecord } from './values.ts';

/** The kinds of product in HighLevel's words, and what people call them. */
export const PRODUCT_TYPES = {
  PHYSICAL: 'Physical',
  DIGITAL: 'Digital',
  SERVICE: 'Service',
  'PHYSICAL/DIGITAL': 'Physical and Digital',
} as const;

/** How often a recurring price is paid, in HighLevel's words. */
export const INTERVALS = { day: 'Day', week: 'Week', month: 'Month', year: 'Year' } as const;

/** Whether a price is paid once or again and again. */
export const PRICE_TYPES = { one_time: 'One-Time', recurring: 'Recurring' } as const;

export const PRODUCT_ID_EXAMPLE = '655b33a82209e60b6adb87a5';
export const PRICE_ID_EXAMPLE = '655b33aa2209e60b6adb87a7';

/** A product, bare in every answer and in webhooks. */
export const product = defineResource('product', () => z.object(productWords()), readProduct);

/** A product with the first price that a step made with it. */
export const createdProduct = defineResource(
  'created product',
  () => {
    const { id: productId, name, productType, ...rest } = productWords();
    return z.object({
      id: productId,
      name,
      productType,
      amount: lead(money('Amount', 129)),
      currency: lead(text('Currency', 'USD')),
      priceName: text('Price Name', 'Kit'),
      notice: text('Notice', null),
      ...rest,
      priceId: text('Price ID', PRICE_ID_EXAMPLE),
    });
  },
  (raw) => ({ ...raw, ...readProduct(raw) }),
);

/** A price of a product, which answers and webhooks name by its ID only. */
export const price = defineResource('price', () => z.object(priceWords()), readPrice);

function productWords() {
  return {
    id: id('Product ID', PRODUCT_ID_EXAMPLE),
    name: lead(text('Name', 'Whitening Kit')),
    productType: lead(text('Type', 'PHYSICAL')),
    description: text('Description', 'For use at home.'),
    image: text('Image URL', 'https://example.com/whitening-kit.png'),
    availableInStore: yesNo('Is in Online Store', true),
    slug: text('Store URL Ending', 'whitening-kit'),
    statementDescriptor: text('Statement Descriptor', 'EXAMPLE KIT'),
    variants: lines('Variant', {
      name: text('Name', 'Size'),
      options: texts('Options', ['Small', 'Large']),
    }),
    collectionIds: texts('Collection IDs', ['65d71377c326ea78e1c47df5']),
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function priceWords() {
  return {
    id: id('Price ID', PRICE_ID_EXAMPLE),
    name: lead(text('Name', 'Kit')),
    amount: lead(money('Amount', 129)),
    currency: lead(text('Currency', 'USD')),
    type: text('Type', 'one_time'),
    interval: text('Interval', null),
    intervalCount: integer('Interval Count', null),
    compareAtPrice: money('Compare-At Amount', 149),
    sku: text('SKU', 'WK-1'),
    trackInventory: yesNo('Tracks Stock', true),
    availableQuantity: integer('In Stock', 12),
    allowOutOfStockPurchases: yesNo('Sells When Out of Stock', false),
    productName: text('Product', 'Whitening Kit'),
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
    productId: text('Product ID', PRODUCT_ID_EXAMPLE),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readProduct(raw: RawRecord): RawRecord {
  return {
    ...raw,
    id: raw['_id'] ?? raw['id'],
    variants: toList(raw['variants']).map((variant) => {
      const { name, options } = toRecord(variant);
      return {
        name,
        options: toList(options).map((option) => (isRecord(option) ? option['name'] : option)),
      };
    }),
  };
}

function readPrice(raw: RawRecord): RawRecord {
  const { interval, intervalCount } = toRecord(raw['recurring']);
  const { amount, compareAtPrice, currency } = raw;
  return {
    interval,
    intervalCount,
    ...raw,
    amount: amountFrom(amount, currency),
    compareAtPrice: amountFrom(compareAtPrice, currency),
    id: raw['_id'] ?? raw['id'],
    // The webhook for a new price names its type otherwise than answers do.
    type: raw['priceType'] ?? raw['type'],
    productId: raw['productId'] ?? raw['product'],
  };
}
