import { defineCreate } from 'zapier-platform-core';

import { notFound } from '../../lib/inputs/refusal.ts';
import { currencyField } from '../../lib/money/currencies.ts';
import { productField } from '../../lib/products/fields.ts';
import { products } from '../../lib/products/products.ts';
import { createPrice } from '../../lib/products/write.ts';
import { amountField, PRICE_GROUPS, priceDetailFields } from '../../lib/products/write_fields.ts';
import { price } from '../../resources/product.ts';

export default defineCreate({
  key: 'create_product_price',
  noun: 'Price',
  display: {
    label: 'Create Product Price',
    description: 'Adds a price to a product that exists. For a new product, use Create Product.',
  },
  operation: {
    inputFields: [
      { ...productField, required: true },
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        required: true,
        helpText: 'What customers see beside the amount, such as `Monthly` or `Large`.',
      },
      { ...amountField, required: true },
      { ...currencyField, required: true },
      ...priceDetailFields,
    ],
    inputFieldGroups: Object.values(PRICE_GROUPS),
    perform: async (z, bundle) => {
      const { productId, ...input } = bundle.inputData;
      const product = await products.get(z, bundle, productId);
      if (!product) throw notFound({ what: 'product', label: 'Product', id: productId });
      return createPrice(z, bundle, product, input);
    },
    ...price.output,
  },
});
