import { defineCreate } from 'zapier-platform-core';

import { priceField, productField } from '../../lib/products/fields.ts';
import { pricesOf } from '../../lib/products/products.ts';
import { removedPrice } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_product_price',
  noun: 'Price',
  display: {
    label: 'Delete Product Price',
    description: 'Deletes a price of a product. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...productField, required: true },
      { ...priceField, required: true, dependsOn: ['productId'] },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the price for everyone in your sub-account.** The product and its other prices stay. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { productId, priceId } = bundle.inputData;
      await pricesOf(productId).delete(z, bundle, priceId);
      return removedPrice.parse({ id: priceId, deleted: true });
    },
    ...removedPrice.output,
  },
});
