import type { FastifyInstance } from 'fastify';

import { ALT, requireAlt } from '../http/alt.ts';
import { notFound } from '../http/errors.ts';
import { booleanText, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { param } from './find.ts';
import { paymentPage, readPaymentQuery } from './payment-lists.ts';
import {
  subscriptionDetail,
  subscriptionRow,
  transactionDetail,
  transactionRow,
} from './payment-views.ts';

const PAYMENTS = { access: { scope: 'payments/transactions.readonly' } };
const SUBSCRIPTIONS = { access: { scope: 'payments/subscriptions.readonly' } };

/** Payments and subscriptions, which are only read. They have no events. */
export function transactionRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/payments/transactions', { config: PAYMENTS }, (request) => {
    const query = readPaymentQuery(request, ALT, {
      entitySourceType: string,
      entitySourceSubType: string,
      subscriptionId: string,
      entityId: string,
    });
    const wanted = sandbox.store.transactions.filter(
      (one) =>
        (query.entitySourceType ?? one.source.type) === one.source.type &&
        (query.entitySourceSubType ?? one.source.subType) === one.source.subType &&
        (query.subscriptionId ?? one.subscriptionId) === one.subscriptionId &&
        (query.entityId ?? one.entityId) === one.entityId,
    );
    return paymentPage(sandbox, request, query, wanted, (one) => transactionRow(sandbox, one));
  });

  app.get('/payments/transactions/:transactionId', { config: PAYMENTS }, (request) => {
    const locationId = requireAlt(request, readQuery(request.query, ALT, { locationId: string }));
    const one = sandbox.store.transactions.get(param(request, 'transactionId'));
    if (one?.locationId !== locationId) throw notFound('Transaction not found');
    return transactionDetail(sandbox, one);
  });

  app.get('/payments/subscriptions', { config: SUBSCRIPTIONS }, (request) => {
    const query = readPaymentQuery(request, ALT, {
      entitySourceType: string,
      entityId: string,
      id: string,
      getPaymentsCollectedCount: booleanText,
    });
    const wanted = sandbox.store.paymentSubscriptions.filter(
      (one) =>
        (query.entitySourceType ?? one.source.type) === one.source.type &&
        (query.entityId ?? one.entityId) === one.entityId &&
        (query.id ?? one.id) === one.id,
    );
    return paymentPage(sandbox, request, query, wanted, (one) => subscriptionRow(sandbox, one));
  });

  app.get('/payments/subscriptions/:subscriptionId', { config: SUBSCRIPTIONS }, (request) => {
    const locationId = requireAlt(request, readQuery(request.query, ALT, {}));
    const one = sandbox.store.paymentSubscriptions.get(param(request, 'subscriptionId'));
    if (one?.locationId !== locationId) throw notFound('Subscription not found');
    return subscriptionDetail(sandbox, one);
  });
}
