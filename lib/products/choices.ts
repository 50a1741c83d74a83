import type { Bundle, ZObject } from 'zapier-platform-core';

import { toText } from '../../resources/values.ts';
import { idIn } from '../inputs/ids.ts';
import { isSameName, quoted } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { NoSuchRecordError, notFound } from '../inputs/refusal.ts';
import { inWords } from '../money/amounts.ts';
import { choicePage, type ChoiceSource, findByName, onlyOne } from '../operations/choices.ts';
import {
  allPricesOf,
  findProducts,
  products,
  productsPage,
  type Price,
  type Product,
} from './products.ts';

const NAMELESS = 'Product without a name';

/** The products of the sub-account, the newest first. */
export const productChoices: ChoiceSource = async (z, bundle, token) => {
  const { products: found, next } = await productsPage(z, bundle, undefined, token);
  const choices = found.map(({ id, name }) => ({ id, name: name ?? NAMELESS }));
  return choicePage(choices, next);
};

/** The one product with a name, in any case. */
export const productNamed: RecordFinder = async (z, bundle, typed, label) => {
  const named = await findProducts(z, bundle, typed, true);
  const choices = named.map(({ id, name }) => ({ id, name: name ?? NAMELESS }));
  return onlyOne(choices, { what: 'product', typed, label });
};

/** The prices of the product in `productId`, each with what it costs. */
export const priceChoices: ChoiceSource = async (z, bundle) => {
  const productId = toText(bundle.inputData['productId']);
  if (productId === null) return { choices: [] };
  const found = await allPricesOf(z, bundle, { id: await productIdIn(z, bundle, productId) });
  return { choices: found.map((one) => ({ id: one.id, name: labelOf(one) })) };
};

export const priceNamed: RecordFinder = (z, bundle, typed, label) =>
  findByName(priceChoices, 'price of this product')(z, bundle, typed, label);

/** `Monthly (29.99 USD every month)` */
function labelOf({ name, amount, currency, interval, intervalCount }: Price): string {
  const cost = amount === null ? (currency ?? 'no amount') : inWords(amount, currency);
  const every = intervalCount === null || intervalCount === 1 ? '' : `${String(intervalCount)} `;
  const again = interval === null ? '' : ` every ${every}${interval}${every === '' ? '' : 's'}`;
  return `${name ?? 'Price without a name'} (${cost}${again})`;
}

/** The dropdown is opened with what the form has: an ID, or the name of a product. */
async function productIdIn(z: ZObject, bundle: Bundle, typed: string): Promise<string> {
  return idIn(typed, 'Product') ?? (await productNamed(z, bundle, typed, 'Product'));
}

/** A product and one of its prices, as a person names them. */
export interface NamedPrice {
  /** The ID or the exact name of a product. */
  product: string;
  /** The ID or the exact name of one of its prices; without it, the product must have one only. */
  price?: string;
}

/**
 * The product and the price that a person names by ID or by name.
 *
 * @param labels of the fields that name them, for the sentences
 * @throws errors.Error when there is no such product or price, or more than one
 */
export async function productAndPrice(
  z: ZObject,
  bundle: Bundle,
  named: NamedPrice,
  labels: { product: string; price: string },
): Promise<{ product: Product; price: Price }> {
  const id =
    idIn(named.product, labels.product) ??
    (await productNamed(z, bundle, named.product, labels.product));
  const found = await products.get(z, bundle, id);
  if (!found) throw notFound({ what: 'product', label: labels.product, id });
  const prices = await allPricesOf(z, bundle, found);
  return { product: found, price: priceAmong(prices, named.price, found, labels.price) };
}

function priceAmong(
  prices: readonly Price[],
  typed: string | undefined,
  { name: productName }: Product,
  label: string,
): Price {
  const fitting =
    typed === undefined
      ? prices
      : prices.filter(({ id, name }) => id === typed || isSameName(name ?? '', typed));
  const [first, second] = fitting;
  const ofProduct = quoted(productName ?? NAMELESS);
  if (first && !second) return first;
  if (first) {
    throw new NoSuchRecordError(
      `"${label}" does not say which price of ${ofProduct} you mean: it has ${fitting.map(labelOf).join(', ')}.`,
      `Fill in the name of one price, or map its ID.`,
    );
  }
  throw new NoSuchRecordError(
    typed === undefined
      ? `The product ${ofProduct} has no price.`
      : `"${label}" cannot be ${quoted(typed)}: the product ${ofProduct} has no such price.`,
    'Add the price to the product in HighLevel, or choose another.',
  );
}
