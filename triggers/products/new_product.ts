import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { isAskedFor, productFilters, someProducts } from '../../lib/products/events.ts';
import { product } from '../../resources/product.ts';

export default defineHookTrigger({
  key: 'new_product',
  noun: 'Product',
  display: {
    label: 'New Product',
    description: 'Triggers when a product is created. Instant.',
  },
  inputFields: productFilters,
  events: ['ProductCreate'],
  resource: product,
  examples: someProducts,
  filter: isAskedFor,
});
