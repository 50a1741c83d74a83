import type { OrderItem, Source, SourceType } from './payments.ts';
import type { Price, Product } from './products.ts';

/** One line of an order, with its product and its price as they are now. */
export const orderItem = (id: string, product: Product, price: Price, qty: number): OrderItem => ({
  _id: id,
  name: `${product.name} - ${price.name}`,
  qty,
  product: {
    _id: product.id,
    name: product.name,
    productType: product.productType,
    ...(product.description === undefined ? {} : { description: product.description }),
    availableInStore: product.availableInStore ?? false,
    taxes: [],
    variants: product.variants ?? [],
  },
  price: {
    _id: price.id,
    name: price.name,
    type: price.type,
    currency: price.currency,
    amount: price.amount,
    ...(price.recurring ? { recurring: price.recurring } : {}),
    variantOptionIds: price.variantOptionIds ?? [],
  },
});

/** The kinds of a source that its type has. */
const SUB_TYPES: Partial<Record<SourceType, string>> = {
  funnel: 'one_step_order_form',
  website: 'store',
  manual: 'contact_view',
  calendar: 'service',
};

/** Where an order came from. */
export function sourceOf(id: string, type: SourceType, name: string, domain: string): Source {
  const subType = SUB_TYPES[type];
  return {
    type,
    ...(subType === undefined ? {} : { subType }),
    id,
    name,
    meta: { domain, pageUrl: '/checkout' },
  };
}
