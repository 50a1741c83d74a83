import type { Bundle, ZObject } from 'zapier-platform-core';

import { amountFor } from '../../resources/money.ts';
import { createdProduct } from '../../resources/product.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { isBlank, send, withoutGaps } from '../http/client.ts';
import { errorMessage } from '../http/error_message.ts';
import { path } from '../http/path.ts';
import { bothOrNone, noneOf, nothingToChange } from '../inputs/alternatives.ts';
import { invalid, notFound } from '../inputs/refusal.ts';
import { checkedAmount } from '../money/amounts.ts';
import { GONE } from '../records/details.ts';
import { altOf } from '../records/records.ts';
import { pricesOf, products, type Price } from './products.ts';

/** What steps write of a price, in the words of lib/products/write_fields.ts. */
export interface PriceInput {
  amount?: number;
  currency?: string;
  priceType?: string;
  interval?: string;
  intervalCount?: number;
  trialPeriod?: number;
  setupFee?: number;
  compareAtPrice?: number;
  sku?: string;
  availableQuantity?: number;
  allowOutOfStockPurchases?: boolean;
}

/** What steps write of a product. */
export interface ProductInput {
  name?: string;
  productType?: string;
  description?: string;
  image?: string;
  availableInStore?: boolean;
  statementDescriptor?: string;
}

/** Adds a price to a product. @throws errors.Error for what does not go together */
export function createPrice(
  z: ZObject,
  bundle: Bundle,
  product: { id: string; name?: string | null },
  price: PriceInput & { name: string; amount: number; currency: string },
): Promise<Price> {
  return pricesOf(product.id, product.name).create(z, bundle, priceBody(price));
}

/**
 * Creates a product, with its first price where one is given. What is wrong with the price is said
 * before anything is created. Where HighLevel then refuses the price all the same, the product stays,
 * and a notice says what to do: failing would have the step repeated, and the product created twice.
 */
export async function createProduct(
  z: ZObject,
  bundle: Bundle,
  product: ProductInput & { name: string; productType: string },
  { name: priceName, ...price }: PriceInput & { name?: string },
) {
  const body = firstPriceBody(priceName ?? product.name, price);
  const created = await products.create(z, bundle, { ...product });
  if (body === undefined) return createdProduct.parse(created);
  try {
    const first = await pricesOf(created.id, created.name).create(z, bundle, body);
    const { id: priceId, name, amount, currency } = first;
    return createdProduct.parse({ ...created, priceId, priceName: name, amount, currency });
  } catch (error) {
    const notice = `The product was created, but not its price. ${errorMessage(error)} Add the price with a Create Product Price step, or in HighLevel.`;
    return createdProduct.parse({ ...created, notice });
  }
}

/** The body of a first price; undefined where none is given. @throws errors.Error for half of one */
function firstPriceBody(name: string, price: PriceInput): RawRecord | undefined {
  const { amount, currency } = price;
  bothOrNone({ Amount: amount, Currency: currency });
  if (amount !== undefined && currency !== undefined) {
    return priceBody({ ...price, name, amount, currency });
  }
  if (isBlank(price)) return undefined;
  throw noneOf(['Amount']);
}

function priceBody(price: PriceInput & { name: string; amount: number; currency: string }) {
  const { name, currency, trialPeriod, sku, availableQuantity, allowOutOfStockPurchases } = price;
  const inUnit = (amount: number | undefined, label: string) =>
    amount === undefined ? undefined : amountFor(checkedAmount(amount, currency, label), currency);
  const recurring = recurringOf(price);
  return {
    name,
    type: recurring === undefined ? 'one_time' : 'recurring',
    currency,
    amount: inUnit(price.amount, 'Amount'),
    recurring,
    trialPeriod,
    setupFee: inUnit(price.setupFee, 'Setup Fee'),
    compareAtPrice: inUnit(price.compareAtPrice, 'Compare-At Amount'),
    sku,
    trackInventory: availableQuantity === undefined ? undefined : true,
    availableQuantity,
    allowOutOfStockPurchases,
  };
}

/** How often a price is paid; undefined where it is paid once. */
function recurringOf(price: PriceInput): RawRecord | undefined {
  const { priceType, interval = 'month', intervalCount = 1 } = price;
  const ofRecurring = {
    Interval: price.interval,
    'Interval Count': price.intervalCount,
    'Trial Days': price.trialPeriod,
    'Setup Fee': price.setupFee,
  };
  const [filled] = Object.entries(ofRecurring).find(([, value]) => value !== undefined) ?? [];
  if (priceType === 'recurring' || (priceType === undefined && filled !== undefined)) {
    return { interval, intervalCount };
  }
  if (filled === undefined) return undefined;
  throw invalid(
    `"${filled}" is for recurring prices only, and "Price Type" is One-Time.`,
    `Choose Recurring there, or clear "${filled}".`,
  );
}

/** What HighLevel takes of a product when it is changed. It forgets what is left out. */
const KEPT = [
  'name',
  'productType',
  'description',
  'image',
  'statementDescriptor',
  'availableInStore',
  'medias',
  'variants',
  'collectionIds',
  'isTaxesEnabled',
  'taxes',
  'automaticTaxCategoryId',
  'isLabelEnabled',
  'label',
  'slug',
  'seo',
  'taxInclusive',
];

/** Changes a product; what is not given stays. */
export async function updateProduct(
  z: ZObject,
  bundle: Bundle,
  productId: string,
  changes: ProductInput,
) {
  if (isBlank(changes)) {
    throw nothingToChange({ besides: 'Product' });
  }
  const raw = await rawProduct(z, bundle, productId);
  const kept = Object.fromEntries(KEPT.map((key) => [key, raw[key] ?? undefined]));
  return products.update(z, bundle, productId, { ...kept, ...withoutGaps({ ...changes }) });
}

async function rawProduct(z: ZObject, bundle: Bundle, id: string): Promise<RawRecord> {
  const { status, data } = await send(z, {
    url: path`/products/${id}`,
    params: { locationId: locationOf(bundle) },
    expected: GONE,
  });
  if (status >= 400) throw notFound({ what: 'product', label: 'Product', id });
  return toRecord(data);
}

/** Sets how many of a price are in stock. */
export async function setStock(
  z: ZObject,
  bundle: Bundle,
  { productId, priceId }: { productId: string; priceId: string },
  stock: { availableQuantity?: number; allowOutOfStockPurchases?: boolean },
): Promise<Price> {
  if (isBlank(stock)) {
    throw nothingToChange(['In Stock', 'Sell When Out of Stock']);
  }
  const product = await products.get(z, bundle, productId);
  if (!product) throw notFound({ what: 'product', label: 'Product', id: productId });
  const prices = pricesOf(productId, product.name);
  const found = await prices.get(z, bundle, priceId);
  if (!found) throw notFound({ what: 'price', label: 'Price', id: priceId });
  await send(z, {
    method: 'POST',
    url: '/products/inventory',
    body: { ...altOf(bundle), items: [{ priceId, ...withoutGaps({ ...stock }) }] },
    repeatable: true,
  });
  return { ...found, ...withoutGaps({ ...stock }) };
}
