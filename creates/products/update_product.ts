import { defineCreate } from 'zapier-platform-core';

import { productField } from '../../lib/products/fields.ts';
import { updateProduct } from '../../lib/products/write.ts';
import { productDetailFields, productTypeField } from '../../lib/products/write_fields.ts';
import { product } from '../../resources/product.ts';

export default defineCreate({
  key: 'update_product',
  noun: 'Product',
  display: {
    label: 'Update Product',
    description: 'Changes the details of a product. Fields left blank stay as they are.',
  },
  operation: {
    inputFields: [
      { ...productField, required: true },
      { key: 'name', label: 'Name', type: 'string' },
      productTypeField,
      ...productDetailFields,
    ],
    perform: (z, bundle) => {
      const { productId, ...changes } = bundle.inputData;
      return updateProduct(z, bundle, productId, changes);
    },
    ...product.output,
  },
});
