import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { nameFields } from '../../lib/operations/by_name.ts';
import { productField } from '../../lib/products/fields.ts';
import { findProducts, products } from '../../lib/products/products.ts';
import { product } from '../../resources/product.ts';

const inputFields = defineInputFields([
  ...nameFields('product'),
  {
    ...productField,
    search: undefined,
    helpText: 'Instead of the name, a product from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, exactName, productId } = bundle.inputData;
  exactlyOne({ Name: name, Product: productId });
  if (name !== undefined) return findProducts(z, bundle, name, exactName);
  const found = productId === undefined ? undefined : await products.get(z, bundle, productId);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_product',
  noun: 'Product',
  display: {
    label: 'Find Product',
    description:
      'Finds a product by name, with its type: PHYSICAL, DIGITAL, SERVICE or PHYSICAL/DIGITAL.',
  },
  operation: { inputFields, perform, ...product.output },
});
