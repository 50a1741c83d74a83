import { defineCreate } from 'zapier-platform-core';

import { productField } from '../../lib/products/fields.ts';
import { products } from '../../lib/products/products.ts';
import { removedProduct } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_product',
  noun: 'Product',
  display: {
    label: 'Delete Product',
    description: 'Deletes a product with its prices. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...productField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the product and its prices for everyone in your sub-account.** Orders keep what was bought. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { productId } = bundle.inputData;
      await products.delete(z, bundle, productId);
      return removedProduct.parse({ id: productId, deleted: true });
    },
    ...removedProduct.output,
  },
});
