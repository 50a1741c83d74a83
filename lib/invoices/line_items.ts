import type { Bundle, ZObject } from 'zapier-platform-core';

import { amountFor, amountFrom } from '../../resources/money.ts';
import { toNumber, toText, type RawRecord } from '../../resources/values.ts';
import { withoutGaps } from '../http/client.ts';
import { quoted } from '../inputs/characters.ts';
import { invalid } from '../inputs/refusal.ts';
import { checkedAmount, inWords, type Line } from '../money/amounts.ts';
import { productAndPrice, type NamedPrice } from '../products/choices.ts';

const PRICE_TYPES = ['one_time', 'recurring'];

/** One of the items that a person filled in, in the words of lib/invoices/bill_fields.ts. */
export interface ItemInput {
  itemProduct?: string;
  itemProductPrice?: string;
  itemName?: string;
  itemDescription?: string;
  itemPrice?: number;
  itemQuantity?: number;
}

/** A line of a bill: what it comes to, and what HighLevel is sent of it. */
export interface BillLine extends Line {
  name: string;
  body: RawRecord;
}

type Offer = Awaited<ReturnType<typeof productAndPrice>>;

/**
 * The lines of a bill. Products and prices are looked up, each once.
 *
 * @param items what a person filled in, in order
 * @throws errors.Error for an item without a name or a price, or in another currency
 */
export async function billLines(
  z: ZObject,
  bundle: Bundle,
  items: readonly ItemInput[],
  currency: string,
): Promise<BillLine[]> {
  const known = new Map<string, Offer>();
  const offerOf = async (named: NamedPrice): Promise<Offer> => {
    const key = JSON.stringify(named);
    const labels = { product: 'Product', price: 'Product Price' };
    const offer = known.get(key) ?? (await productAndPrice(z, bundle, named, labels));
    known.set(key, offer);
    return offer;
  };
  const lines: BillLine[] = [];
  for (const [index, item] of items.entries()) {
    const position = index + 1;
    const { itemProduct: product, itemProductPrice: price } = item;
    if (product === undefined && price !== undefined) {
      throw invalid(
        `Item ${position} in "Items" has a "Product Price" and no "Product".`,
        'Fill in the product too, or fill in "Item Price" instead.',
      );
    }
    const offer = product === undefined ? undefined : await offerOf({ product, price });
    lines.push(lineOf(item, offer, { currency, position }));
  }
  return lines;
}

function lineOf(
  item: ItemInput,
  offer: Offer | undefined,
  { currency, position }: { currency: string; position: number },
): BillLine {
  const name = item.itemName ?? offer?.product.name ?? undefined;
  const price = item.itemPrice ?? (offer && offeredPrice(offer, currency));
  if (name === undefined || price === undefined) {
    const label = name === undefined ? 'Item Name' : 'Item Price';
    throw invalid(
      `Item ${position} in "Items" has no "${label}".`,
      'Fill it in, or name a product in "Product".',
    );
  }
  const quantity = item.itemQuantity ?? 1;
  if (quantity <= 0) {
    throw invalid(
      `Item ${position} in "Items" has a "Quantity" of ${quantity}.`,
      'Fill in how many there are, or leave the item out.',
    );
  }
  if (price < 0) {
    throw invalid(
      `Item ${position} in "Items" has an "Item Price" of ${price}.`,
      'HighLevel takes no prices below 0. To take something off, use "Discount".',
    );
  }
  return {
    name,
    price: checkedAmount(price, currency, 'Item Price'),
    quantity,
    body: withoutGaps({
      name,
      description: item.itemDescription,
      currency,
      amount: amountFor(price, currency),
      qty: quantity,
      productId: offer?.product.id,
      priceId: offer?.price.id,
      type: PRICE_TYPES.find((type) => type === offer?.price.type),
    }),
  };
}

/** What a product costs. @throws errors.Error where that is in another currency than the bill */
function offeredPrice({ product, price }: Offer, currency: string): number | undefined {
  const { amount, currency: own } = price;
  if (amount === null) return undefined;
  if (own === null || own.toUpperCase() === currency.toUpperCase()) return amount;
  throw invalid(
    `${quoted(product.name ?? 'The product')} costs ${inWords(amount, own)}, and "Currency" is ${currency}.`,
    'Choose another price in "Product Price", change "Currency", or fill in "Item Price".',
  );
}

/** What the lines of a bill come to that HighLevel has. */
export function linesIn(items: readonly RawRecord[], currency: string): Line[] {
  return items.map(({ amount, qty }) => ({
    price: amountFrom(amount, currency) ?? 0,
    quantity: toNumber(qty) ?? 1,
  }));
}

/** The name of a bill that has none of its own. */
export function nameOfFirst(lines: readonly BillLine[]): string {
  return toText(lines[0]?.name) ?? 'Invoice';
}
