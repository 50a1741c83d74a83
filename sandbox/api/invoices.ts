import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ALT, day, PAGE, requireAlt } from '../http/alt.ts';
import { badRequest, type Json, notFound } from '../http/errors.ts';
import {
  boolean,
  listOf,
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
import { cents, type Invoice, keptItems, totalsOf } from '../state/invoices.ts';
import type { Location } from '../state/records.ts';
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
import { invoiceDetail } from './invoice-views.ts';
import {
  paidByHand,
  type Payment,
  PAYMENT_MODES,
  recordInvoicePayment,
  wholePayment,
} from './payments.ts';

const BOTH = ['Location', 'Company'] as const;
const READ = { access: { scope: 'invoices.readonly', tokens: BOTH } };
const WRITE = { access: { scope: 'invoices.write', tokens: BOTH } };

/** When an invoice is due that does not say so. */
const DUE_DAYS = 14;

const SENT_FROM = nested({}, { fromName: string, fromEmail: string });
const OPTIONAL = { ...BILL, invoiceNumber: string, invoiceNumberPrefix: string };
const REQUIRED = {
  ...ALT,
  name: string,
  currency: string,
  items: ITEMS,
  contactDetails: CONTACT,
  issueDate: day,
  sentTo: SENT_TO,
  liveMode: boolean,
};

interface Draft {
  altId: string;
  name: string;
  currency: string;
  items: readonly object[];
  contactDetails: Record<string, unknown>;
  issueDate: string;
  liveMode: boolean;
  dueDate?: string;
  title?: string;
  termsNotes?: string;
  invoiceNumber?: string;
  invoiceNumberPrefix?: string;
  businessDetails?: Record<string, unknown>;
  discount?: { type: 'percentage' | 'fixed'; value?: number };
}

/** The number after the highest of the sub-account. */
export function nextInvoiceNumber({ store }: Sandbox, locationId: string): number {
  const own = store.invoices.filter((one) => one.locationId === locationId);
  return Math.max(0, ...own.map(({ number: taken }) => taken)) + 1;
}

const businessOf = (location: Location | undefined): Json => ({
  logoUrl: '',
  name: location?.name ?? '',
  phoneNo: location?.phone ?? '',
  website: location?.website ?? '',
  address: { addressLine1: location?.address, city: location?.city, state: location?.state },
  customValues: [],
});

function create(sandbox: Sandbox, draft: Draft): Invoice {
  const { altId: locationId, issueDate, discount } = draft;
  const now = sandbox.now();
  const asked = Number(draft.invoiceNumber);
  const invoice: Invoice = {
    id: newId(),
    locationId,
    status: 'draft',
    amountPaid: 0,
    name: draft.name,
    title: draft.title ?? 'INVOICE',
    number: Number.isInteger(asked) && asked > 0 ? asked : nextInvoiceNumber(sandbox, locationId),
    numberPrefix: draft.invoiceNumberPrefix ?? 'INV-',
    currency: draft.currency,
    liveMode: draft.liveMode,
    businessDetails: draft.businessDetails ?? businessOf(sandbox.store.locations.get(locationId)),
    contactDetails: billedContact(sandbox, locationId, draft.contactDetails),
    items: keptItems(draft.items),
    discount: { type: discount?.type ?? 'percentage', value: discount?.value ?? 0 },
    termsNotes: draft.termsNotes ?? '',
    issueDate,
    dueDate: draft.dueDate ?? daysAfter(issueDate, DUE_DAYS),
    dateAdded: now,
    dateUpdated: now,
  };
  sandbox.store.invoices.add(invoice);
  fireInvoice(sandbox, 'InvoiceCreate', invoice);
  return invoice;
}

function find(sandbox: Sandbox, request: FastifyRequest, alt: { altId: string }): Invoice {
  const locationId = requireAlt(request, alt);
  const id = param(request, 'invoiceId');
  const invoice = sandbox.store.invoices.get(id);
  if (invoice?.locationId !== locationId) throw notFound(`Invoice with id ${id} not found`);
  return invoice;
}

function send(sandbox: Sandbox, invoice: Invoice): void {
  if (invoice.status === 'void') throw badRequest('Invoice is void');
  if (invoice.status === 'draft') invoice.status = 'sent';
  invoice.dateUpdated = sandbox.now();
  fireInvoice(sandbox, 'InvoiceSent', invoice);
}

/** Counts a payment; without an amount what is left is paid. 400 for more than that. */
export function payInvoice(
  sandbox: Sandbox,
  invoice: Invoice,
  payment: Partial<Payment> = {},
): void {
  if (invoice.status === 'void' || invoice.status === 'paid') {
    throw badRequest(`Invoice is already ${invoice.status}`);
  }
  const { total } = totalsOf(invoice);
  const whole = wholePayment(payment, cents(total - invoice.amountPaid));
  const { amount, status } = whole;
  recordInvoicePayment(sandbox, invoice, whole);
  if (status !== 'succeeded') return;
  invoice.amountPaid = cents(invoice.amountPaid + amount);
  invoice.status = invoice.amountPaid >= total ? 'paid' : 'partially_paid';
  invoice.dateUpdated = sandbox.now();
  fireInvoice(sandbox, invoice.status === 'paid' ? 'InvoicePaid' : 'InvoicePartiallyPaid', invoice);
}

function readRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/invoices/', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      { ...ALT, ...PAGE },
      {
        status: string,
        startAt: day,
        endAt: day,
        search: string,
        paymentMode: oneOf(['default', 'live', 'test']),
        contactId: string,
        sortField: oneOf(['issueDate']),
        sortOrder: oneOf(['ascend', 'descend']),
      },
    );
    const locationId = requireAlt(request, query);
    const wanted = query.search?.toLowerCase() ?? '';
    const { startAt = '', endAt = '9999', paymentMode = 'default' } = query;
    const found = sandbox.store.invoices
      .filter(
        (one) =>
          one.locationId === locationId &&
          (query.status === undefined || query.status === one.status) &&
          (query.contactId === undefined || query.contactId === one.contactDetails.id) &&
          (paymentMode === 'default' || one.liveMode === (paymentMode === 'live')) &&
          one.issueDate >= startAt &&
          one.issueDate <= endAt &&
          [one.id, one.name, String(one.number), ...Object.values(one.contactDetails)].some(
            (text) => typeof text === 'string' && text.toLowerCase().includes(wanted),
          ),
      )
      .sort((a, b) =>
        query.sortField === undefined
          ? b.dateAdded - a.dateAdded
          : a.issueDate.localeCompare(b.issueDate) * (query.sortOrder === 'ascend' ? 1 : -1),
      );
    const rows = found.slice(query.offset, query.offset + query.limit);
    return { invoices: rows.map(invoiceDetail), total: found.length };
  });

  app.get('/invoices/generate-invoice-number', { config: READ }, (request) => ({
    invoiceNumber: nextInvoiceNumber(
      sandbox,
      requireAlt(request, readQuery(request.query, ALT, {})),
    ),
  }));

  app.get('/invoices/settings', { config: READ }, (request) => {
    const locationId = requireAlt(request, readQuery(request.query, ALT, {}));
    const location = sandbox.store.locations.get(locationId);
    return {
      altId: locationId,
      altType: 'location',
      termsNote: '<p>Payment is due within 14 days.</p>',
      estimatesTermsNote: '',
      title: 'INVOICE',
      estimatesTitle: 'ESTIMATE',
      invoiceNumberPrefix: 'INV-',
      estimateNumberPrefix: 'EST-',
      dueAfterXDays: DUE_DAYS,
      estimatesExpireAfterXDays: 30,
      customFields: [],
      businessDetails: businessOf(location),
      senderConfiguration: { fromName: location?.name, fromEmail: location?.email },
    };
  });

  app.get('/invoices/:invoiceId', { config: READ }, (request) =>
    invoiceDetail(find(sandbox, request, readQuery(request.query, ALT, {}))),
  );
}

function paymentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/invoices/:invoiceId/send', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { ...ALT, userId: string, action: ACTION, liveMode: boolean },
      { sentFrom: SENT_FROM, autoPayment: object },
    );
    const invoice = find(sandbox, request, body);
    checkSender(sandbox, invoice.locationId, body.userId);
    send(sandbox, invoice);
    const sent = (by: string): Json => (body.action.includes(by) ? { sent: true } : {});
    return { invoice: invoiceDetail(invoice), smsData: sent('sms'), emailData: sent('email') };
  });

  app.post('/invoices/:invoiceId/record-payment', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { ...ALT, mode: oneOf(PAYMENT_MODES) },
      {
        // The specification asks for these three always; each is sent where it has a meaning.
        card: nested({ brand: string, last4: string }, {}),
        cheque: nested({ number: string }, {}),
        notes: string,
        amount: number,
        meta: object,
        paymentScheduleIds: listOf(string),
        fulfilledAt: string,
      },
    );
    const invoice = find(sandbox, request, body);
    payInvoice(sandbox, invoice, paidByHand(body));
    return { success: true, invoice: invoiceDetail(invoice) };
  });

  app.post('/invoices/:invoiceId/void', { config: WRITE }, (request) => {
    const invoice = find(sandbox, request, readBody(request.body, ALT, {}));
    if (invoice.status === 'paid') throw badRequest('Invoice is already paid');
    invoice.status = 'void';
    invoice.dateUpdated = sandbox.now();
    fireInvoice(sandbox, 'InvoiceVoid', invoice);
    return invoiceDetail(invoice);
  });
}

/** Invoices: lists, creating and replacing, sending, payments. */
export function invoiceRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  readRoutes(app, sandbox);
  paymentRoutes(app, sandbox);

  app.post('/invoices/', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { ...REQUIRED, businessDetails: BUSINESS, discount: DISCOUNT },
      OPTIONAL,
    );
    requireAlt(request, body);
    return invoiceDetail(create(sandbox, body));
  });

  app.post('/invoices/text2pay', { config: { access: { scope: 'invoices.write' } } }, (request) => {
    const body = readBody(
      request.body,
      { ...REQUIRED, action: oneOf(['draft', 'send']), userId: string },
      {
        ...OPTIONAL,
        id: string,
        includeTermsNote: boolean,
        businessDetails: BUSINESS,
        discount: DISCOUNT,
      },
    );
    requireAlt(request, body);
    checkSender(sandbox, body.altId, body.userId);
    const invoice = create(sandbox, body);
    if (body.action === 'send') send(sandbox, invoice);
    return {
      invoice: invoiceDetail(invoice),
      invoiceUrl: sandbox.absolute(`/invoice/${invoice.id}`),
    };
  });

  // The whole invoice is replaced (highlevel-api-docs #206), with its items under another name.
  app.put('/invoices/:invoiceId', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      {
        ...ALT,
        name: string,
        currency: string,
        invoiceItems: ITEMS,
        issueDate: day,
        dueDate: day,
      },
      {
        ...OPTIONAL,
        description: string,
        businessDetails: BUSINESS,
        contactId: string,
        contactDetails: CONTACT,
        discount: DISCOUNT,
        liveMode: boolean,
        xeroDetails: object,
      },
    );
    const invoice = find(sandbox, request, body);
    const { locationId } = invoice;
    Object.assign(invoice, {
      name: body.name,
      title: body.title ?? 'INVOICE',
      currency: body.currency,
      items: keptItems(body.invoiceItems),
      issueDate: body.issueDate,
      dueDate: body.dueDate,
      termsNotes: body.termsNotes ?? '',
      discount: { type: body.discount?.type ?? 'percentage', value: body.discount?.value ?? 0 },
      liveMode: body.liveMode ?? invoice.liveMode,
      businessDetails: body.businessDetails ?? businessOf(sandbox.store.locations.get(locationId)),
      contactDetails: body.contactDetails
        ? billedContact(sandbox, locationId, body.contactDetails)
        : invoice.contactDetails,
      dateUpdated: sandbox.now(),
    } satisfies Partial<Invoice>);
    fireInvoice(sandbox, 'InvoiceUpdate', invoice);
    return invoiceDetail(invoice);
  });

  app.delete('/invoices/:invoiceId', { config: WRITE }, (request) => {
    const invoice = find(sandbox, request, readQuery(request.query, ALT, {}));
    sandbox.store.invoices.delete(invoice.id);
    fireInvoice(sandbox, 'InvoiceDelete', invoice);
    return invoiceDetail(invoice);
  });
}
