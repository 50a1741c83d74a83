import type { FastifyInstance, FastifyRequest } from 'fastify';

import { daysAfter } from '../api/bills.ts';
import { param } from '../api/find.ts';
import { payInvoice } from '../api/invoices.ts';
import { badRequest, notFound } from '../http/errors.ts';
import { number, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { ESTIMATE_STATUSES, type Invoice } from '../state/invoices.ts';
import { dayIn } from '../state/zones.ts';

/** What a customer does, or does not: pays an invoice, lets it become overdue, answers an estimate. */
export function invoiceControlRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const invoiceOf = (request: FastifyRequest): Invoice => {
    const invoice = sandbox.store.invoices.get(param(request, 'id'));
    if (!invoice) throw notFound('There is no such invoice');
    return invoice;
  };

  app.post('/__sandbox/invoices/:id/pay', (request) => {
    const payment = readBody(request.body, {}, { amount: number, status: string });
    const invoice = invoiceOf(request);
    payInvoice(sandbox, invoice, payment);
    return invoice;
  });

  app.post('/__sandbox/invoices/:id/overdue', (request) => {
    const { days = 1 } = readBody(request.body, {}, { days: number });
    const invoice = invoiceOf(request);
    if (invoice.status === 'paid' || invoice.status === 'void') {
      throw badRequest(`Nothing is due of an invoice that is ${invoice.status}`);
    }
    const zone = sandbox.store.locations.get(invoice.locationId)?.timezone ?? 'UTC';
    const dueDate = daysAfter(dayIn(zone, sandbox.now()), -days);
    const issueDate = invoice.issueDate < dueDate ? invoice.issueDate : dueDate;
    const status = invoice.status === 'draft' ? 'sent' : invoice.status;
    return Object.assign(invoice, { status, issueDate, dueDate });
  });

  app.post('/__sandbox/estimates/:id', (request) => {
    const { status } = readBody(request.body, { status: oneOf(ESTIMATE_STATUSES) }, {});
    const estimate = sandbox.store.estimates.get(param(request, 'id'));
    if (!estimate) throw notFound('There is no such estimate');
    return Object.assign(estimate, { status, dateUpdated: sandbox.now() });
  });
}
