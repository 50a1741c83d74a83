import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ALT, day, PAGE, requireAlt } from '../http/alt.ts';
import { badRequest, notFound } from '../http/errors.ts';
import {
  boolean,
  nested,
  number,
  object,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import { type Estimate, ESTIMATE_STATUSES, type Invoice, keptItems } from '../state/invoices.ts';
import { fireInvoice } from '../webhooks/invoice-events.ts';
import {
  ACTION,
  BILL,
  billedContact,
  BUSINESS,
  checkSender,
  CONTACT,
  daysAfter,
  DISCOUNT,
  ITEMS,
  SENT_TO,
} from './bills.ts';
import { param } from './find.ts';
import { estimateDetail, invoiceDetail } from './invoice-views.ts';
import { nextInvoiceNumber } from './invoices.ts';

const BOTH = ['Location', 'Company'] as const;
const READ = { access: { scope: 'invoices/estimate.readonly', tokens: BOTH } };
const WRITE = { access: { scope: 'invoices/estimate.write', tokens: BOTH } };

/** Days in which an estimate can be accepted that does not say so. */
const VALID_DAYS = 30;

const SENDING = {
  ...ALT,
  action: ACTION,
  liveMode: boolean,
  userId: string,
};
const SENDING_OPTIONAL = {
  sentFrom: nested({}, { fromName: string, fromEmail: string }),
  estimateName: string,
};

function find(sandbox: Sandbox, request: FastifyRequest, alt: { altId: string }): Estimate {
  const locationId = requireAlt(request, alt);
  const id = param(request, 'estimateId');
  const estimate = sandbox.store.estimates.get(id);
  if (estimate?.locationId !== locationId) throw notFound(`Estimate with id ${id} not found`);
  return estimate;
}

function nextNumber({ store }: Sandbox, locationId: string): number {
  const own = store.estimates.filter((one) => one.locationId === locationId);
  return Math.max(0, ...own.map(({ number: taken }) => taken)) + 1;
}

const REQUIRED = {
  ...ALT,
  name: string,
  businessDetails: BUSINESS,
  currency: string,
  items: ITEMS,
  discount: DISCOUNT,
  contactDetails: CONTACT,
  frequencySettings: nested({ enabled: boolean, schedule: object }, {}),
};
const OPTIONAL = {
  ...BILL,
  liveMode: boolean,
  estimateNumber: number,
  estimateNumberPrefix: string,
  issueDate: day,
  expiryDate: day,
  sentTo: SENT_TO,
  meta: object,
  sendEstimateDetails: nested(SENDING, SENDING_OPTIONAL),
  userId: string,
  autoInvoice: nested({ enabled: boolean }, { directPayments: boolean }),
  paymentScheduleConfig: object,
};

/** What a body makes of an estimate: of a new one, or of all that a known one had. */
function written(
  sandbox: Sandbox,
  request: FastifyRequest,
): Omit<Estimate, 'id' | 'number' | 'dateAdded'> & { asked: number | undefined } {
  const body = readBody(request.body, REQUIRED, OPTIONAL);
  const locationId = requireAlt(request, body);
  const now = sandbox.now();
  const { issueDate = new Date(now).toISOString().slice(0, 10), sendEstimateDetails } = body;
  if (sendEstimateDetails) checkSender(sandbox, locationId, sendEstimateDetails.userId);
  return {
    asked: body.estimateNumber,
    locationId,
    status: sendEstimateDetails ? 'sent' : 'draft',
    name: body.name,
    title: body.title ?? 'ESTIMATE',
    currency: body.currency,
    liveMode: body.liveMode ?? true,
    businessDetails: body.businessDetails,
    contactDetails: billedContact(sandbox, locationId, body.contactDetails),
    items: keptItems(body.items),
    discount: { type: body.discount.type, value: body.discount.value ?? 0 },
    termsNotes: body.termsNotes ?? '',
    issueDate,
    expiryDate: body.expiryDate ?? daysAfter(issueDate, VALID_DAYS),
    frequencySettings: body.frequencySettings,
    ...(body.autoInvoice ? { autoInvoice: body.autoInvoice } : {}),
    dateUpdated: now,
  };
}

function create(sandbox: Sandbox, request: FastifyRequest): Estimate {
  const { asked, ...estimate } = written(sandbox, request);
  return sandbox.store.estimates.add({
    ...estimate,
    id: newId(),
    number: asked ?? nextNumber(sandbox, estimate.locationId),
    dateAdded: estimate.dateUpdated,
  });
}

/** Replaces an estimate as a whole; one that was sent stays so. */
function replace(sandbox: Sandbox, request: FastifyRequest): Estimate {
  const { asked, ...estimate } = written(sandbox, request);
  const known = find(sandbox, request, { altId: estimate.locationId });
  const { id, number: given, dateAdded } = known;
  const status = known.status === 'draft' ? estimate.status : known.status;
  return sandbox.store.estimates.add({
    ...estimate,
    id,
    number: asked ?? given,
    status,
    dateAdded,
  });
}

/** An invoice of what an estimate offers. */
function invoiceOf(sandbox: Sandbox, estimate: Estimate): Invoice {
  const now = sandbox.now();
  const issueDate = new Date(now).toISOString().slice(0, 10);
  const { locationId } = estimate;
  const invoice = sandbox.store.invoices.add({
    id: newId(),
    locationId,
    status: 'draft',
    amountPaid: 0,
    name: estimate.name,
    title: 'INVOICE',
    number: nextInvoiceNumber(sandbox, locationId),
    numberPrefix: 'INV-',
    currency: estimate.currency,
    liveMode: estimate.liveMode,
    businessDetails: estimate.businessDetails,
    contactDetails: estimate.contactDetails,
    items: estimate.items,
    discount: estimate.discount,
    termsNotes: estimate.termsNotes,
    issueDate,
    dueDate: daysAfter(issueDate, VALID_DAYS),
    dateAdded: now,
    dateUpdated: now,
  });
  fireInvoice(sandbox, 'InvoiceCreate', invoice);
  return invoice;
}

/** Estimates: the list, creating, replacing, deleting, sending, and turning one into an invoice. They have no events. */
export function estimateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/invoices/estimate/list', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      { ...ALT, ...PAGE },
      {
        startAt: day,
        endAt: day,
        search: string,
        status: oneOf(['all', ...ESTIMATE_STATUSES]),
        contactId: string,
      },
    );
    const locationId = requireAlt(request, query);
    const { startAt = '', endAt = '9999', search = '', status = 'all' } = query;
    const found = sandbox.store.estimates
      .filter(
        (one) =>
          one.locationId === locationId &&
          (status === 'all' || status === one.status) &&
          (query.contactId === undefined || query.contactId === one.contactDetails.id) &&
          one.issueDate >= startAt &&
          one.issueDate <= endAt &&
          one.name.toLowerCase().includes(search.toLowerCase()),
      )
      .sort((a, b) => b.dateAdded - a.dateAdded);
    const rows = found.slice(query.offset, query.offset + query.limit);
    return { estimates: rows.map(estimateDetail), total: found.length };
  });

  app.get('/invoices/estimate/number/generate', { config: READ }, (request) => ({
    estimateNumber: nextNumber(sandbox, requireAlt(request, readQuery(request.query, ALT, {}))),
  }));

  app.post('/invoices/estimate', { config: WRITE }, (request, reply) => {
    void reply.code(201);
    return estimateDetail(create(sandbox, request));
  });

  app.put('/invoices/estimate/:estimateId', { config: WRITE }, (request) =>
    estimateDetail(replace(sandbox, request)),
  );

  app.delete('/invoices/estimate/:estimateId', { config: WRITE }, (request) => {
    const estimate = find(sandbox, request, readBody(request.body, ALT, {}));
    sandbox.store.estimates.delete(estimate.id);
    return { ...estimateDetail(estimate), deleted: true };
  });

  app.post('/invoices/estimate/:estimateId/send', { config: WRITE }, (request, reply) => {
    const body = readBody(request.body, SENDING, SENDING_OPTIONAL);
    const estimate = find(sandbox, request, body);
    checkSender(sandbox, estimate.locationId, body.userId);
    if (estimate.status === 'draft') estimate.status = 'sent';
    estimate.dateUpdated = sandbox.now();
    void reply.code(201);
    return estimateDetail(estimate);
  });

  app.post('/invoices/estimate/:estimateId/invoice', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { ...ALT, markAsInvoiced: boolean },
      { version: oneOf(['v1', 'v2']) },
    );
    const estimate = find(sandbox, request, body);
    if (estimate.status === 'invoiced') throw badRequest('Estimate is already invoiced');
    const invoice = invoiceOf(sandbox, estimate);
    if (body.markAsInvoiced) estimate.status = 'invoiced';
    estimate.dateUpdated = sandbox.now();
    return { estimate: estimateDetail(estimate), invoice: invoiceDetail(invoice) };
  });
}
