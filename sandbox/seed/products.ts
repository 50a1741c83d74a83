import { newObjectId, seededId, seededObjectId } from '../state/ids.ts';
import type { Price, Product, ProductDetails } from '../state/products.ts';
import type { Store } from '../state/store.ts';
import { HARBOUR } from './ids.ts';

const DAY = 86_400_000;

export const productId = (name: string): string => seededObjectId(`product:${name}`);
export const priceId = (product: string, name: string): string =>
  seededObjectId(`price:${product}:${name}`);

type PriceDraft = Pick<Price, 'name' | 'amount'> & Partial<Price>;
type ProductDraft = ProductDetails & Partial<Product>;

/** Adds a product and its prices: in dollars and paid once, unless they say otherwise. */
export function addProduct(
  store: Store,
  locationId: string,
  { id = newObjectId(), ...details }: ProductDraft,
  prices: readonly PriceDraft[],
  at: number,
): { product: Product; prices: Price[] } {
  const dates = { dateAdded: at, dateUpdated: at };
  const product = store.products.add({ ...dates, ...details, id, locationId });
  return {
    product,
    prices: prices.map(({ id: own = newObjectId(), ...price }) =>
      store.prices.add({
        type: 'one_time',
        currency: 'USD',
        ...dates,
        ...price,
        id: own,
        locationId,
        productId: product.id,
      }),
    ),
  };
}

const every = (interval: 'month' | 'year'): Partial<Price> => ({
  type: 'recurring',
  recurring: { interval, intervalCount: 1 },
});

const stock = (sku: string, availableQuantity: number): Partial<Price> => ({
  sku,
  availableQuantity,
  trackInventory: true,
  allowOutOfStockPurchases: false,
});

const COLORS = ['White', 'Blue'].map((name) => ({ id: seededId(`color:${name}`), name }));

const PRODUCTS: readonly (readonly [ProductDetails, readonly PriceDraft[]])[] = [
  [
    {
      name: 'Whitening Kit',
      productType: 'PHYSICAL',
      description: '<p>For use at home.</p>',
      availableInStore: true,
      image: '/files/seed/leaking-tap.png',
      slug: 'whitening-kit',
    },
    [
      { name: 'Kit', amount: 129, compareAtPrice: 149, ...stock('WK-1', 12) },
      { name: 'Refill', amount: 39.5, ...stock('WK-2', 40) },
    ],
  ],
  [
    { name: 'Care Plan', productType: 'SERVICE', description: 'Two visits a year.' },
    [
      { name: 'Monthly', amount: 29.99, ...every('month'), trialPeriod: 14 },
      { name: 'Yearly', amount: 299, ...every('year') },
    ],
  ],
  [
    {
      name: 'Electric Toothbrush',
      productType: 'PHYSICAL',
      availableInStore: true,
      variants: [{ id: seededId('variant:color'), name: 'Color', options: COLORS }],
      slug: 'electric-toothbrush',
    },
    COLORS.map(({ id, name }, index) => ({
      name,
      amount: 89,
      variantOptionIds: [id],
      ...stock(`ET-${String(index)}`, index * 5),
    })),
  ],
  [
    { name: 'Night Guard', productType: 'PHYSICAL' },
    [
      { name: 'In euros', amount: 210.4, currency: 'EUR' },
      { name: 'In yen', amount: 32_000, currency: 'JPY' },
    ],
  ],
  [{ name: 'Brushing Guide', productType: 'DIGITAL' }, [{ name: 'Guide', amount: 9 }]],
];

/** Products of every kind, with prices paid once and again, in stock and out of it, in three currencies. */
export function seedProducts(store: Store, now: number): void {
  PRODUCTS.forEach(([product, prices], index) => {
    addProduct(
      store,
      HARBOUR,
      { ...product, id: productId(product.name) },
      prices.map((price) => ({ ...price, id: priceId(product.name, price.name) })),
      now - (90 - index) * DAY,
    );
  });
}
