import { defineCreate } from 'zapier-platform-core';

import { priceField, productField } from '../../lib/products/fields.ts';
import { setStock } from '../../lib/products/write.ts';
import { price } from '../../resources/product.ts';

export default defineCreate({
  key: 'update_product_stock',
  noun: 'Price',
  display: {
    label: 'Update Product Stock',
    description: 'Sets how many of a product are in stock, for one of its prices.',
  },
  operation: {
    inputFields: [
      { ...productField, required: true },
      {
        ...priceField,
        required: true,
        dependsOn: ['productId'],
        helpText: `A size or color has a price of its own, such as "M". ${priceField.helpText}`,
      },
      {
        key: 'availableQuantity',
        label: 'In Stock',
        type: 'integer',
        meta: { min: 0 },
        helpText: 'How many there are now. It replaces the number in HighLevel.',
      },
      {
        key: 'allowOutOfStockPurchases',
        label: 'Sell When Out of Stock',
        type: 'boolean',
        helpText: 'Leave blank to leave it as it is.',
      },
    ],
    perform: (z, bundle) => {
      const { productId, priceId, ...stock } = bundle.inputData;
      return setStock(z, bundle, { productId, priceId }, stock);
    },
    ...price.output,
  },
});
