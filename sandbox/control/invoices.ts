import type { FastifyInstance } from 'fastify';

import { param } from '../api/find.ts';
import { payInvoice } from '../api/invoices.ts';
import { notFound } from '../http/errors.ts';
import { number, oneOf, readBody } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { ESTIMATE_STATUSES } from '../state/invoices.ts';

/** What a customer does: pays an invoice, looks at an estimate, accepts or declines it. */
export function invoiceControlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/invoices/:id/pay', (request) => {
    const { amount } = readBody(request.body, {}, { amount: number });
    const invoice = sandbox.store.invoices.get(param(request, 'id'));
    if (!invoice) throw notFound('There is no such invoice');
    payInvoice(sandbox, invoice, amount);
    return invoice;
  });

  app.post('/__sandbox/estimates/:id', (request) => {
    const { status } = readBody(request.body, { status: oneOf(ESTIMATE_STATUSES) }, {});
    const estimate = sandbox.store.estimates.get(param(request, 'id'));
    if (!estimate) throw notFound('There is no such estimate');
    return Object.assign(estimate, { status, dateUpdated: sandbox.now() });
  });
}
