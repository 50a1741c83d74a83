import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, productFilters, someProducts } from '../../lib/products/events.ts';
import { product } from '../../resources/product.ts';

export default defineHookTrigger({
  key: 'product_updated',
  noun: 'Product',
  display: {
    label: 'Product Updated',
    description: 'Triggers when the details of a product change. Instant.',
  },
  inputFields: productFilters,
  events: ['ProductUpdate'],
  resource: product,
  examples: someProducts,
  filter: isAskedFor,
});
