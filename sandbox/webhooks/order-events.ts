import { iso } from '../api/views.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Order, orderTotals } from '../state/payments.ts';
import { contactEvent } from './events.ts';

export const ORDER_EVENTS = ['OrderCreate', 'OrderStatusUpdate'] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

/** The contact of an order, as a contact's events describe it. */
function contactSnapshot(sandbox: Sandbox, contactId: string): Json {
  const contact = sandbox.store.contacts.get(contactId);
  const left = ['type', 'customFields'];
  return contact
    ? Object.fromEntries(
        Object.entries(contactEvent(sandbox, 'ContactCreate', contact)).filter(
          ([key]) => !left.includes(key),
        ),
      )
    : { id: contactId };
}

/** OrderCreate and OrderStatusUpdate: the whole order. */
export function orderEvent(sandbox: Sandbox, type: OrderEvent, order: Order): Json {
  const { subtotal, tax, amount } = orderTotals(order);
  return {
    type,
    locationId: order.locationId,
    _id: order.id,
    altId: order.locationId,
    altType: 'location',
    status: order.status,
    taxSummary: order.taxes,
    fulfillmentStatus: order.fulfillmentStatus,
    contactId: order.contactId,
    currency: order.currency,
    amount,
    liveMode: order.liveMode,
    amountSummary: { subtotal, discount: order.discount, tax, shipping: order.shipping },
    source: order.source,
    createdAt: iso(order.dateAdded),
    updatedAt: iso(order.dateUpdated),
    contactSnapshot: contactSnapshot(sandbox, order.contactId),
    items: order.items.map(({ name, qty, product, price }) => ({ name, qty, product, price })),
  };
}

export const fireOrder = (sandbox: Sandbox, type: OrderEvent, order: Order): void => {
  sandbox.webhooks.fire(orderEvent(sandbox, type, order));
};
