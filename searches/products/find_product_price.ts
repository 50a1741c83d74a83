import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isSameName } from '../../lib/inputs/characters.ts';
import { currencyField } from '../../lib/money/currencies.ts';
import { byName } from '../../lib/operations/by_name.ts';
import { productField } from '../../lib/products/fields.ts';
import { allPricesOf, products } from '../../lib/products/products.ts';
import { price, PRICE_TYPES } from '../../resources/product.ts';

const inputFields = defineInputFields([
  { ...productField, required: true },
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText:
      'The name of the price, or part of it. An exact match comes first. Leave blank for the first price of the product.',
  },
  {
    key: 'type',
    label: 'Type',
    type: 'string',
    choices: PRICE_TYPES,
    helpText: 'Only prices of this type. Leave blank for any.',
  },
  { ...currencyField, helpText: 'Only prices in this currency. Leave blank for any.' },
]);

export const perform = (async (z, bundle) => {
  const { productId, name, type, currency } = bundle.inputData;
  const product = await products.get(z, bundle, productId);
  if (!product) return [];
  const prices = (await allPricesOf(z, bundle, product)).filter(
    (one) =>
      (type === undefined || one.type === type) &&
      (currency === undefined || isSameName(one.currency ?? '', currency)),
  );
  return name === undefined ? prices : byName(prices, name);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_product_price',
  noun: 'Price',
  display: {
    label: 'Find Product Price',
    description: 'Finds a price of a product by name, type or currency.',
  },
  operation: { inputFields, perform, ...price.output },
});
