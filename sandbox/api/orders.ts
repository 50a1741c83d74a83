import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ALT, requireAlt } from '../http/alt.ts';
import { notFound } from '../http/errors.ts';
import {
  boolean,
  csv,
  nested,
  number,
  object,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Order, PAYMENT_STATUSES } from '../state/payments.ts';
import { param } from './find.ts';
import { ONE, paymentPage, readPaymentQuery } from './payment-lists.ts';
import { paidByHand, PAYMENT_MODES, payOrder } from './payments.ts';
import { orderDetail, orderRow } from './payment-views.ts';

const READ = { access: { scope: 'payments/orders.readonly' } };

/** The order of the path, which must be one of the sub-account; 404 otherwise. */
export function findOrder(
  sandbox: Sandbox,
  request: FastifyRequest,
  alt: { altId: string },
): Order {
  const locationId = requireAlt(request, alt);
  const order = sandbox.store.orders.get(param(request, 'orderId'));
  if (order?.locationId !== locationId) throw notFound('Order not found');
  return order;
}

/** Orders: the list, one, and payments that were made elsewhere. Nobody orders over the API. */
export function orderRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/payments/orders', { config: READ }, (request) => {
    const query = readPaymentQuery(
      request,
      { altId: string },
      {
        status: string,
        paymentStatus: oneOf(PAYMENT_STATUSES),
        funnelProductIds: csv,
        sourceId: string,
      },
    );
    const { status, paymentStatus, funnelProductIds, sourceId } = query;
    const wanted = sandbox.store.orders.filter(
      (one) =>
        (status === undefined || status === one.status) &&
        (paymentStatus === undefined || paymentStatus === one.paymentStatus) &&
        (sourceId === undefined || sourceId === one.source.id) &&
        (funnelProductIds === undefined ||
          one.items.some(({ product }) => funnelProductIds.includes(product._id))),
    );
    return paymentPage(sandbox, request, query, wanted, (one) => orderRow(sandbox, one));
  });

  app.get('/payments/orders/:orderId', { config: READ }, (request) => {
    const query = readQuery(request.query, { altId: string }, ONE);
    return orderDetail(sandbox, findOrder(sandbox, request, query));
  });

  app.post(
    '/payments/orders/:orderId/record-payment',
    { config: { access: { scope: 'payments/orders.collectPayment' } } },
    (request) => {
      const body = readBody(
        request.body,
        { ...ALT, mode: oneOf(PAYMENT_MODES) },
        {
          card: nested({ type: oneOf(['visa', 'mastercard', 'other']), last4: string }, {}),
          cheque: nested({ number: string }, {}),
          notes: string,
          amount: number,
          meta: object,
          isPartialPayment: boolean,
        },
      );
      const order = findOrder(sandbox, request, body);
      payOrder(sandbox, order, paidByHand(body));
      return { success: true };
    },
  );
}
