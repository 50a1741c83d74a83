import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { currencyField } from '../../lib/money/currencies.ts';
import { inGroup } from '../../lib/operations/groups.ts';
import { createProduct } from '../../lib/products/write.ts';
import {
  amountField,
  PRICE_GROUPS,
  priceDetailFields,
  productDetailFields,
  productTypeField,
} from '../../lib/products/write_fields.ts';
import { createdProduct } from '../../resources/product.ts';

const PRICE_GROUP = { key: 'priceGroup', label: 'First Price' } as const;

const inputFields = defineInputFields([
  { key: 'name', label: 'Name', type: 'string', required: true },
  { ...productTypeField, required: true },
  ...productDetailFields,
  ...inGroup(PRICE_GROUP, [
    {
      key: 'priceName',
      label: 'Price Name',
      type: 'string',
      helpText: 'Leave blank for the name of the product.',
    },
    {
      ...amountField,
      helpText: 'What it costs. Leave blank to create the product without a price.',
    },
    currencyField,
  ]),
  ...priceDetailFields,
]);

export const perform = (async (z, bundle) => {
  const { name, productType, description, image, availableInStore, statementDescriptor, ...rest } =
    bundle.inputData;
  const { priceName, ...price } = rest;
  const product = { name, productType, description, image, availableInStore, statementDescriptor };
  return createProduct(z, bundle, product, { ...price, name: priceName });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_product',
  noun: 'Product',
  display: {
    label: 'Create Product',
    description:
      'Creates a product, with its first price if you fill one in. For another price, use Create Product Price.',
  },
  operation: {
    inputFields,
    inputFieldGroups: [PRICE_GROUP, ...Object.values(PRICE_GROUPS)],
    perform,
    ...createdProduct.output,
  },
});
