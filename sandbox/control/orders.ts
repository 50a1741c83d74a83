import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { param } from '../api/find.ts';
import { changeOrder, payOrder } from '../api/payments.ts';
import { badRequest, notFound } from '../http/errors.ts';
import { boolean, listOf, nested, number, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId, newObjectId } from '../state/ids.ts';
import { orderItem, sourceOf } from '../state/ordering.ts';
import {
  type Order,
  type OrderItem,
  PAYMENT_STATUSES,
  type PaymentSubscription,
  SOURCE_TYPES,
} from '../state/payments.ts';
import { fireOrder } from '../webhooks/order-events.ts';

/** What is bought: the given prices, or the first one of the sub-account. */
function itemsOf(
  { store }: Sandbox,
  locationId: string,
  given: readonly { priceId: string; qty?: number }[] | undefined,
): OrderItem[] {
  const first = store.prices.find((one) => one.locationId === locationId);
  const wanted = given ?? (first ? [{ priceId: first.id }] : []);
  return wanted.map(({ priceId, qty = 1 }: { priceId: string; qty?: number }) => {
    const price = store.prices.get(priceId);
    const product = store.products.get(price?.productId ?? '');
    if (price?.locationId !== locationId || !product) throw badRequest('There is no such price');
    return orderItem(newObjectId(), product, price, qty);
  });
}

/** A subscription for what an order has of it. */
function subscribe(sandbox: Sandbox, order: Order): PaymentSubscription | undefined {
  const item = order.items.find(({ price }) => price.type === 'recurring');
  if (!item) return undefined;
  const now = sandbox.now();
  return sandbox.store.paymentSubscriptions.add({
    id: newObjectId(),
    locationId: order.locationId,
    contactId: order.contactId,
    currency: order.currency,
    amount: item.price.amount * item.qty,
    status: 'active',
    liveMode: order.liveMode,
    entityId: order.id,
    source: order.source,
    subscriptionId: `sub_${randomUUID()}`,
    provider: 'stripe',
    productName: item.product.name,
    dateAdded: now,
    dateUpdated: now,
  });
}

const PAYMENT = { amount: number, status: string, provider: string };

/** What a customer does: orders, pays or fails to; and what becomes of orders and payments. */
export function orderControlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/orders', (request, reply) => {
    const body = readBody(
      request.body,
      { contactId: string },
      {
        items: listOf(nested({ priceId: string }, { qty: number })),
        discount: number,
        shipping: number,
        couponCode: string,
        liveMode: boolean,
        sourceType: oneOf(SOURCE_TYPES),
        sourceName: string,
        payment: nested({ status: string }, { amount: number, provider: string }),
      },
    );
    const contact = sandbox.store.contacts.get(body.contactId);
    if (!contact) throw badRequest('There is no such contact');
    const { locationId } = contact;
    const items = itemsOf(sandbox, locationId, body.items);
    const { discount = 0, shipping = 0, liveMode = true, couponCode, payment } = body;
    const { sourceType = 'website', sourceName = 'Online Store' } = body;
    const now = sandbox.now();
    const order = sandbox.store.orders.add({
      id: newObjectId(),
      locationId,
      contactId: contact.id,
      currency: items[0]?.price.currency ?? 'USD',
      items,
      discount,
      shipping,
      taxes: [],
      status: 'pending',
      paymentStatus: 'unpaid',
      amountPaid: 0,
      fulfillmentStatus: 'unfulfilled',
      liveMode,
      source: sourceOf(newId(), sourceType, sourceName, 'shop.example.com'),
      ...(couponCode === undefined ? {} : { coupon: { _id: newObjectId(), code: couponCode } }),
      dateAdded: now,
      dateUpdated: now,
    });
    fireOrder(sandbox, 'OrderCreate', order);
    const paid = payment && payOrder(sandbox, order, payment);
    const subscription = paid?.status === 'succeeded' ? subscribe(sandbox, order) : undefined;
    if (paid && subscription) paid.subscriptionId = subscription.subscriptionId;
    void reply.code(201);
    return { order, transactionId: paid?.id ?? null, subscriptionId: subscription?.id ?? null };
  });

  app.post('/__sandbox/orders/:id', (request) => {
    const body = readBody(
      request.body,
      {},
      { status: string, fulfillmentStatus: string, paymentStatus: oneOf(PAYMENT_STATUSES) },
    );
    const order = sandbox.store.orders.get(param(request, 'id'));
    if (!order) throw notFound('There is no such order');
    changeOrder(sandbox, order, body);
    return order;
  });

  app.post('/__sandbox/orders/:id/pay', (request) => {
    const payment = readBody(request.body, {}, PAYMENT);
    const order = sandbox.store.orders.get(param(request, 'id'));
    if (!order) throw notFound('There is no such order');
    return payOrder(sandbox, order, payment);
  });

  app.post('/__sandbox/transactions/:id', (request) => {
    const body = readBody(request.body, {}, { status: string, amountRefunded: number });
    const transaction = sandbox.store.transactions.get(param(request, 'id'));
    if (!transaction) throw notFound('There is no such payment');
    return Object.assign(transaction, body, { dateUpdated: sandbox.now() });
  });

  app.post('/__sandbox/payment-subscriptions/:id', (request) => {
    const { status } = readBody(request.body, { status: string }, {});
    const subscription = sandbox.store.paymentSubscriptions.get(param(request, 'id'));
    if (!subscription) throw notFound('There is no such subscription');
    const now = sandbox.now();
    return Object.assign(subscription, {
      status,
      dateUpdated: now,
      ...(status === 'canceled' ? { canceledAt: now } : {}),
    });
  });
}
