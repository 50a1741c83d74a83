import { orderItem, sourceOf } from '../state/ordering.ts';
import { orderTotals } from '../state/payments.ts';
import type { Store } from '../state/store.ts';
import { addOrder, addPayment, addSubscription } from './payments.ts';
import { addProduct } from './products.ts';

const DAY = 86_400_000;

/** A sub-account whose records are few and named after it. */
export interface SmallPlace {
  locationId: string;
  name: string;
  userId: string;
  /** Its people, at least two. */
  contactIds: readonly string[];
  /** The id of a record: the same on every start for seeded places, a fresh one for others. */
  id: (label: string) => string;
}

/** A membership and a towel, an order, a payment and a subscription. */
export function seedSmallCommerce(store: Store, place: SmallPlace, now: number): void {
  const { locationId, name, contactIds, id } = place;
  const [first = '', second = ''] = contactIds;
  const plan = addProduct(
    store,
    locationId,
    { id: id('product:plan'), name: `${name} Membership`, productType: 'SERVICE' },
    [
      {
        id: id('price:plan'),
        name: 'Monthly',
        amount: 45,
        type: 'recurring',
        recurring: { interval: 'month', intervalCount: 1 },
      },
    ],
    now - 60 * DAY,
  );
  const goods = addProduct(
    store,
    locationId,
    { id: id('product:goods'), name: `${name} Towel`, productType: 'PHYSICAL' },
    [{ id: id('price:goods'), name: 'Towel', amount: 14.95 }],
    now - 50 * DAY,
  );
  const bought = [
    { ...plan, contactId: first, key: 'plan', days: 3 },
    { ...goods, contactId: second, key: 'goods', days: 1 },
  ].map(({ product, prices, contactId, key, days }) => {
    const items = prices.map((price) => orderItem(id(`item:${key}`), product, price, 1));
    const order = addOrder(
      store,
      {
        id: id(`order:${key}`),
        locationId,
        contactId,
        items,
        source: sourceOf(id('store'), 'website', `${name} Store`, 'shop.example.com'),
        status: 'completed',
        paymentStatus: 'paid',
        amountPaid: orderTotals({ items, discount: 0, shipping: 0, taxes: [] }).amount,
      },
      now - days * DAY,
    );
    addPayment(store, order, { id: id(`payment:${key}`) }, order.dateAdded);
    return order;
  });
  const [order] = bought;
  if (order) addSubscription(store, order, { id: id('subscription') }, order.dateAdded);
}
