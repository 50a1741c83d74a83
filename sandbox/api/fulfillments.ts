import type { FastifyInstance } from 'fastify';

import { ALT } from '../http/alt.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { boolean, listOf, nested, number, readBody, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import type { Fulfillment, Order } from '../state/payments.ts';
import { changeOrder } from './payments.ts';
import { findOrder } from './orders.ts';
import { iso } from './views.ts';

function fulfillmentDetail(order: Order, one: Fulfillment): Json {
  return {
    altId: one.locationId,
    altType: 'location',
    trackings: one.trackings,
    _id: one.id,
    items: one.items.flatMap(({ priceId, qty }) =>
      order.items
        .filter(({ price }) => price._id === priceId)
        .map(({ _id, name, product, price }) => ({ _id, name, product, price, qty })),
    ),
    createdAt: iso(one.dateAdded),
    updatedAt: iso(one.dateUpdated),
  };
}

const TRACKING = nested(
  {},
  { trackingNumber: string, shippingCarrier: string, trackingUrl: string },
);

/** What was sent of an order. */
export function fulfillmentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const ofOrder = (order: Order): Fulfillment[] =>
    sandbox.store.fulfillments.filter((one) => one.orderId === order.id);

  app.get(
    '/payments/orders/:orderId/fulfillments',
    { config: { access: { scope: 'payments/orders.readonly' } } },
    (request) => {
      const order = findOrder(sandbox, request, readQuery(request.query, ALT, {}));
      return { status: true, data: ofOrder(order).map((one) => fulfillmentDetail(order, one)) };
    },
  );

  app.post(
    '/payments/orders/:orderId/fulfillments',
    { config: { access: { scope: 'payments/orders.write' } } },
    (request) => {
      const body = readBody(
        request.body,
        {
          ...ALT,
          trackings: listOf(TRACKING),
          items: listOf(nested({ priceId: string, qty: number }, {})),
          notifyCustomer: boolean,
        },
        {},
      );
      const order = findOrder(sandbox, request, body);
      const sent = (priceId: string): number =>
        [...ofOrder(order).flatMap(({ items }) => items), ...body.items]
          .filter((one) => one.priceId === priceId)
          .reduce((sum, { qty }) => sum + qty, 0);
      const ordered = (priceId: string): number =>
        order.items
          .filter(({ price }) => price._id === priceId)
          .reduce((sum, { qty }) => sum + qty, 0);
      if (body.items.some(({ priceId }) => sent(priceId) > ordered(priceId))) {
        throw badRequest('Quantity is greater than what is left to fulfill');
      }
      const whole = order.items.every(({ price }) => sent(price._id) === ordered(price._id));
      const now = sandbox.now();
      const fulfillment = sandbox.store.fulfillments.add({
        id: newObjectId(),
        locationId: order.locationId,
        orderId: order.id,
        trackings: body.trackings,
        items: body.items,
        dateAdded: now,
        dateUpdated: now,
      });
      changeOrder(sandbox, order, {
        fulfillmentStatus: whole ? 'fulfilled' : 'partially_fulfilled',
      });
      return { status: true, data: fulfillmentDetail(order, fulfillment) };
    },
  );
}
