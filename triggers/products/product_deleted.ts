import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, productFilters, someProducts } from '../../lib/products/events.ts';
import { product } from '../../resources/product.ts';

export default defineHookTrigger({
  key: 'product_deleted',
  noun: 'Product',
  display: {
    label: 'Product Deleted',
    description: 'Triggers when a product is deleted, with its last details. Instant.',
  },
  inputFields: productFilters,
  events: ['ProductDelete'],
  resource: product,
  examples: someProducts,
  filter: isAskedFor,
});
