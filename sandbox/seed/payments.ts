import { newId, newObjectId, seededId, seededObjectId } from '../state/ids.ts';
import { orderItem, sourceOf } from '../state/ordering.ts';
import {
  type Order,
  type OrderItem,
  orderTotals,
  type PaymentStatus,
  type PaymentSubscription,
  type SourceType,
  type Transaction,
} from '../state/payments.ts';
import type { Store } from '../state/store.ts';
import { contactId } from './contacts.ts';
import { HARBOUR } from './ids.ts';
import { invoiceId } from './invoices.ts';
import { priceId, productId } from './products.ts';

const DAY = 86_400_000;

export const orderId = (index: number): string => seededObjectId(`order:${String(index)}`);
export const transactionId = (index: number): string =>
  seededObjectId(`transaction:${String(index)}`);
export const subscriptionId = (index: number): string =>
  seededObjectId(`subscription:${String(index)}`);

/** Adds an order that says what it is otherwise than a new one in the store of a website. */
export function addOrder(
  store: Store,
  order: Pick<Order, 'locationId' | 'contactId' | 'items'> & Partial<Order>,
  at: number,
): Order {
  return store.orders.add({
    id: newObjectId(),
    currency: order.items[0]?.price.currency ?? 'USD',
    discount: 0,
    shipping: 0,
    taxes: [],
    status: 'pending',
    paymentStatus: 'unpaid',
    amountPaid: 0,
    fulfillmentStatus: 'unfulfilled',
    liveMode: true,
    source: sourceOf(newId(), 'website', 'Online Store', 'shop.example.com'),
    dateAdded: at,
    dateUpdated: at,
    ...order,
  });
}

/** Adds a payment of an order by card. */
export const addPayment = (
  store: Store,
  order: Order,
  change: Partial<Transaction>,
  at: number,
): Transaction =>
  store.transactions.add({
    id: newObjectId(),
    locationId: order.locationId,
    contactId: order.contactId,
    currency: order.currency,
    amount: orderTotals(order).amount,
    amountRefunded: 0,
    status: 'succeeded',
    liveMode: order.liveMode,
    entityType: 'order',
    entityId: order.id,
    source: order.source,
    provider: 'stripe',
    method: { card: { brand: 'visa', last4: '4242' } },
    dateAdded: at,
    dateUpdated: at,
    ...change,
  });

/** Adds a subscription that an order began. */
export const addSubscription = (
  store: Store,
  order: Order,
  change: Partial<PaymentSubscription>,
  at: number,
): PaymentSubscription =>
  store.paymentSubscriptions.add({
    id: newObjectId(),
    locationId: order.locationId,
    contactId: order.contactId,
    currency: order.currency,
    amount: orderTotals(order).amount,
    status: 'active',
    liveMode: order.liveMode,
    entityId: order.id,
    source: order.source,
    subscriptionId: `sub_${order.id}`,
    provider: 'stripe',
    productName: order.items[0]?.product.name ?? '',
    dateAdded: at,
    dateUpdated: at,
    ...change,
  });

/** Contact, product, price, quantity, source, how it stands, paid, days ago. */
const ORDERS: readonly (readonly [
  number,
  string,
  string,
  number,
  SourceType,
  string,
  PaymentStatus,
  number,
])[] = [
  [0, 'Whitening Kit', 'Kit', 1, 'website', 'completed', 'paid', 2],
  [2, 'Electric Toothbrush', 'Blue', 2, 'website', 'pending', 'unpaid', 1],
  [3, 'Care Plan', 'Monthly', 1, 'funnel', 'completed', 'paid', 40],
  [6, 'Care Plan', 'Yearly', 1, 'payment_link', 'completed', 'paid', 200],
  [9, 'Night Guard', 'In euros', 1, 'manual', 'completed', 'refunded', 12],
  [11, 'Brushing Guide', 'Guide', 1, 'funnel', 'pending', 'unpaid', 0],
];

const FUNNELS: Partial<Record<SourceType, string>> = {
  website: 'Harbour Shop',
  funnel: 'Healthy Smile Offer',
  payment_link: 'Care Plan Link',
  manual: 'Reception',
};

function itemOf(store: Store, index: number): OrderItem[] {
  const [, productName = '', priceName = '', qty = 1] = ORDERS[index] ?? [];
  const product = store.products.get(productId(productName));
  const price = store.prices.get(priceId(productName, priceName));
  const id = seededObjectId(`order-item:${String(index)}`);
  return product && price ? [orderItem(id, product, price, qty)] : [];
}

function seedOrders(store: Store, now: number): Order[] {
  return ORDERS.map(([person, , , , sourceType, status, paymentStatus, days], index) => {
    const items = itemOf(store, index);
    const name = FUNNELS[sourceType] ?? '';
    const source = sourceOf(
      seededId(`source:${name}`),
      sourceType,
      name,
      'harbourdental.example.com',
    );
    // The first one has a tax, a discount and what the sending costs.
    const more: Partial<Order> =
      index === 0
        ? {
            discount: 12.9,
            shipping: 7.5,
            coupon: { _id: seededObjectId('coupon:SMILE10'), code: 'SMILE10' },
            taxes: [
              {
                _id: seededObjectId('tax:sales'),
                name: 'Sales tax',
                calculation: 'exclusive',
                rate: 6.25,
                amount: 7.26,
              },
            ],
          }
        : {};
    const order = addOrder(
      store,
      {
        id: orderId(index),
        locationId: HARBOUR,
        contactId: contactId(person),
        items,
        source,
        status,
        paymentStatus,
        // The last one was a test.
        liveMode: index < ORDERS.length - 1,
        ...more,
      },
      now - days * DAY - index * 60_000,
    );
    if (paymentStatus !== 'unpaid') order.amountPaid = orderTotals(order).amount;
    return order;
  });
}

function seedTransactions(store: Store, orders: readonly Order[]): void {
  const add = (index: number, change: Partial<Transaction> = {}, later = 30_000): void => {
    const order = orders[index];
    if (!order) return;
    const id = transactionId(store.transactions.size);
    addPayment(store, order, { id, ...change }, order.dateAdded + later);
  };
  add(0);
  add(1, { status: 'failed' });
  add(2, { subscriptionId: `sub_${orderId(2)}` });
  add(2, { subscriptionId: `sub_${orderId(2)}` }, 30 * DAY);
  add(3, { provider: 'paypal', method: {}, subscriptionId: `sub_${orderId(3)}` });
  add(4, { amountRefunded: 210.4, status: 'refunded' });
  add(5, { status: 'pending' });
  const invoice = store.invoices.get(invoiceId(1));
  if (!invoice) return;
  store.transactions.add({
    id: transactionId(store.transactions.size),
    locationId: HARBOUR,
    contactId: invoice.contactDetails.id,
    currency: invoice.currency,
    amount: invoice.amountPaid,
    amountRefunded: 0,
    status: 'succeeded',
    liveMode: true,
    entityType: 'invoice',
    entityId: invoice.id,
    source: { type: 'invoice', id: invoice.id, name: invoice.name, meta: {} },
    provider: 'manual',
    method: { mode: 'bank_transfer' },
    dateAdded: invoice.dateUpdated + 3 * DAY,
    dateUpdated: invoice.dateUpdated + 3 * DAY,
  });
}

/** Code, kind, value, days from now to its start and to its end. */
const COUPONS = [
  ['SMILE10', 'percentage', 10, -60, 60],
  ['FIRSTVISIT', 'amount', 25, -300, -30],
  ['SUMMER', 'percentage', 15, 30, 90],
] as const;

function seedCoupons(store: Store, now: number): void {
  for (const [code, discountType, discountValue, from, to] of COUPONS) {
    store.coupons.add({
      id: seededObjectId(`coupon:${code}`),
      locationId: HARBOUR,
      name: `${code.charAt(0)}${code.slice(1).toLowerCase()}`,
      code,
      discountType,
      discountValue,
      startDate: new Date(now + from * DAY).toISOString(),
      endDate: new Date(now + to * DAY).toISOString(),
      usageCount: code === 'SMILE10' ? 1 : 0,
      dateAdded: now - 300 * DAY,
      dateUpdated: now - 300 * DAY,
    });
  }
}

/** Orders, payments and subscriptions in every state, one of the test mode, and three coupons. */
export function seedPayments(store: Store, now: number): void {
  const orders = seedOrders(store, now);
  seedTransactions(store, orders);
  [2, 3].forEach((index, position) => {
    const order = orders[index];
    if (!order) return;
    const canceled = position === 1;
    addSubscription(
      store,
      order,
      {
        id: subscriptionId(position),
        ...(canceled ? { status: 'canceled', canceledAt: now - 5 * DAY } : {}),
      },
      order.dateAdded,
    );
  });
  seedCoupons(store, now);
}
