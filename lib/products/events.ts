import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { PRODUCT_TYPES } from '../../resources/product.ts';
import { containsPhrase } from '../inputs/characters.ts';
import { productsPage, type Product } from './products.ts';

/** What the events of products may be asked for. */
export const productFilters = defineInputFields([
  {
    key: 'productTypes',
    label: 'Types',
    type: 'string',
    list: true,
    choices: PRODUCT_TYPES,
    helpText: 'Only products of these types. Leave blank for any.',
  },
  {
    key: 'name',
    label: 'Name Contains',
    type: 'string',
    helpText: 'Only products whose name contains these words. Leave blank for any.',
  },
]);

export interface ProductFilters {
  productTypes?: string[];
  name?: string;
}

/** Whether a person asked for a product. */
export function isAskedFor(entry: Product, { productTypes, name }: ProductFilters): boolean {
  return (
    (productTypes === undefined || productTypes.includes(entry.productType ?? '')) &&
    (name === undefined || containsPhrase([entry.name], name))
  );
}

/** Products for a test in the editor, the newest first. */
export async function someProducts(z: ZObject, bundle: Bundle) {
  return (await productsPage(z, bundle)).products;
}
