import { describe, expect, test } from '@jest/globals';

import { estimateId, invoiceId, invoiceTemplateId } from '../../sandbox/seed/invoices.ts';
import { userId } from '../../sandbox/seed/users.ts';
import { envelope, traceId } from './shapes.ts';
import {
  anything,
  boolean,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  number,
  optional,
  problemsOf,
  record,
  text as aText,
} from './support/shape.ts';
import {
  type Answer,
  at,
  contactId,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const ALT = { altId: HARBOUR, altType: 'location' };
const place = `altId=${HARBOUR}&altType=location`;
const FIRST = `/invoices/${invoiceId(0)}`;

type Body = Record<string, unknown>;

const post = (path: string, body: Body): Promise<Answer> => sandbox.call(path, { body });
const invoices = (query = ''): Promise<Answer> =>
  sandbox.call(`/invoices/?${place}&limit=100&offset=0&${query}`);
const estimates = (query = ''): Promise<Answer> =>
  sandbox.call(`/invoices/estimate/list?${place}&limit=100&offset=0&${query}`);

const items = [{ name: 'Check-up', currency: 'USD', amount: 19.99, qty: 3 }];
const contactDetails = { id: contactId(0), name: 'Anna', email: 'anna@example.com', phoneNo: '' };
const draft = {
  ...ALT,
  name: 'Visit',
  currency: 'USD',
  items,
  contactDetails,
  businessDetails: { name: 'Harbour Dental' },
  discount: { type: 'percentage', value: 10 },
  issueDate: '2026-08-01',
  sentTo: { email: ['anna@example.com'] },
  liveMode: true,
};
const estimate = {
  ...ALT,
  name: 'Plan',
  currency: 'USD',
  items,
  contactDetails,
  businessDetails: {},
  discount: { type: 'fixed', value: 5 },
  frequencySettings: { enabled: false, schedule: {} },
};

const day = like(/^\d{4}-\d\d-\d\d$/);
const bill = {
  _id: aText,
  altId: aText,
  altType: exactly('location'),
  name: aText,
  title: aText,
  liveMode: boolean,
  currency: aText,
  businessDetails: mapOf(anything),
  contactDetails: mapOf(anything),
  discount: record({ type: like(/^(percentage|fixed)$/), value: number }),
  termsNotes: aText,
  total: number,
  automaticTaxesEnabled: boolean,
  createdAt: iso,
  updatedAt: iso,
};
const invoice = {
  ...bill,
  status: like(/^(draft|sent|payment_processing|paid|void|partially_paid)$/),
  amountPaid: number,
  amountDue: number,
  invoiceNumber: number,
  invoiceNumberPrefix: aText,
  issueDate: day,
  dueDate: day,
  invoiceItems: listOf(mapOf(anything)),
  totalSummary: record({ subTotal: number, discount: number, tax: number }),
};
const invoiceShape = record({ ...invoice, traceId });
const estimateShape = record({
  ...bill,
  companyId: aText,
  deleted: boolean,
  estimateNumber: number,
  estimateNumberPrefix: aText,
  estimateStatus: like(/^(draft|sent|viewed|accepted|declined|invoiced)$/),
  items: listOf(mapOf(anything)),
  issueDate: iso,
  expiryDate: iso,
  sentTo: record({}),
  frequencySettings: mapOf(anything),
  autoInvoice: optional(mapOf(anything)),
  automaticTaxesCalculated: boolean,
  attachments: listOf(anything),
  meta: record({}),
  estimateActionHistory: listOf(anything),
  __v: number,
  traceId,
});

test('invoices and estimates have the documented keys and types', async () => {
  const shapes = [
    [await sandbox.call(`${FIRST}?${place}`), invoiceShape],
    [await post('/invoices/', draft), invoiceShape],
    [await invoices(), record({ invoices: listOf(record(invoice)), total: number, traceId })],
    [await post('/invoices/estimate', estimate), estimateShape],
  ] as const;
  for (const [answer, shape] of shapes) {
    expect(answer.status).toBeLessThan(300);
    expect(problemsOf(shape, answer.body)).toEqual([]);
  }
});

describe('lists', () => {
  test('filter, and want their page as texts', async () => {
    const count = async (query: string): Promise<number> =>
      list((await invoices(query)).body, 'invoices').length;
    expect(await count('')).toBe(7);
    expect(await count('status=sent')).toBe(2);
    expect(await count('paymentMode=test')).toBe(1);
    expect(await count(`contactId=${contactId(3)}`)).toBe(1);
    expect(await count('search=lindqvist')).toBe(1);
    expect(await count('endAt=2000-01-01')).toBe(0);
    expect((await sandbox.call(`/invoices/?${place}`)).status).toBe(422);
    expect((await sandbox.call('/invoices/?limit=1&offset=0')).status).toBe(422);
    expect(list((await estimates('status=accepted')).body, 'estimates')).toHaveLength(1);
    expect((await estimates('status=unknown')).status).toBe(422);
  });

  test('stay within the sub-account and the scopes', async () => {
    const token = await sandbox.issue({ withoutScopes: ['invoices.readonly'] });
    expect((await sandbox.call(`${FIRST}?${place}`, { token })).status).toBe(401);
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`${FIRST}?${place}`, { token: other })).status).toBe(403);
    const theirs = `altId=${NORTHSIDE_ID}&altType=location`;
    expect((await sandbox.call(`${FIRST}?${theirs}`, { token: other })).status).toBe(404);
  });
});

describe('an invoice', () => {
  test('comes to its items without the discount, to the cent', async () => {
    const made = await post('/invoices/', draft);
    expect(made.body).toMatchObject({
      total: 53.97,
      totalSummary: { subTotal: 59.97, discount: 6, tax: 0 },
      dueDate: '2026-08-15',
      invoiceNumber: 8,
    });
    const number = await sandbox.call(`/invoices/generate-invoice-number?${place}`);
    expect(number.body).toMatchObject({ invoiceNumber: 9 });
  });

  test.each([
    ['without a phone key', { contactDetails: { ...contactDetails, phoneNo: undefined } }, 422],
    ['without business details', { businessDetails: undefined }, 422],
    ['for nobody', { contactDetails: { ...contactDetails, id: 'nobody' } }, 400],
    ['with an unknown key', { note: 'x' }, 422],
  ])('is refused %s', async (_, change, status) => {
    expect((await post('/invoices/', { ...draft, ...change })).status).toBe(status);
  });

  test('is made and sent in one call, which alone has its link', async () => {
    const rest = { ...draft, businessDetails: undefined, discount: undefined };
    const body = { ...rest, action: 'send', userId: userId('dana') };
    const sent = await post('/invoices/text2pay', body);
    expect(sent.body).toMatchObject({ invoice: { status: 'sent', total: 59.97 } });
    expect(text(sent.body, 'invoiceUrl')).toContain(text(sent.body, 'invoice', '_id'));
    const company = await sandbox.issue({ company: true });
    const refused = await sandbox.call('/invoices/text2pay', { token: company, body });
    expect(refused.status).toBe(401);
    const own = await sandbox.call(`${FIRST}?${place}`, { token: company });
    expect(own.status).toBe(200);
  });

  test('is paid in parts, and no more than its total', async () => {
    const pay = (amount?: number): Promise<Answer> =>
      post(`${FIRST}/record-payment`, { ...ALT, mode: 'cash', amount });
    expect((await pay(11)).body).toMatchObject({
      success: true,
      invoice: { status: 'partially_paid', amountPaid: 11, amountDue: 200 },
    });
    expect((await pay(201)).status).toBe(400);
    expect((await pay()).body).toMatchObject({ invoice: { status: 'paid', amountDue: 0 } });
    expect((await pay(1)).status).toBe(400);
  });

  test('is replaced as a whole', async () => {
    const body = {
      ...ALT,
      name: 'Other',
      currency: 'EUR',
      invoiceItems: items,
      issueDate: '2026-08-01',
      dueDate: '2026-09-01',
    };
    const call = { method: 'PUT', body };
    expect((await sandbox.call(FIRST, call)).body).toMatchObject({
      name: 'Other',
      currency: 'EUR',
      total: 59.97,
      dueDate: '2026-09-01',
    });
    const partial = { method: 'PUT', body: { ...ALT, name: 'Other' } };
    expect((await sandbox.call(FIRST, partial)).status).toBe(422);
  });
});

describe('an estimate', () => {
  const path = `/invoices/estimate/${estimateId(2)}`;

  test('is sent by a user of the sub-account', async () => {
    const body = { ...ALT, action: 'email', liveMode: true, userId: userId('dana') };
    const sent = await post(`/invoices/estimate/${estimateId(0)}/send`, body);
    expect(sent).toMatchObject({ status: 201, body: { estimateStatus: 'sent' } });
    expect((await post(`${path}/send`, { ...body, userId: userId('ella') })).status).toBe(400);
  });

  test('becomes an invoice, once', async () => {
    const body = { ...ALT, markAsInvoiced: true };
    expect((await post(`${path}/invoice`, body)).body).toMatchObject({
      estimate: { estimateStatus: 'invoiced' },
      invoice: { status: 'draft', total: 2600 },
    });
    expect((await post(`${path}/invoice`, body)).status).toBe(400);
  });

  test('is replaced as a whole, and deleted', async () => {
    const put = (body: Body): Promise<Answer> => sandbox.call(path, { method: 'PUT', body });
    expect((await put({ ...ALT, name: 'Plan' })).status).toBe(422);
    expect((await put(estimate)).body).toMatchObject({
      estimateStatus: 'accepted',
      estimateNumber: 3,
      total: 54.97,
    });
    const removed = await sandbox.call(path, { method: 'DELETE', body: ALT });
    expect(removed.body).toMatchObject({ deleted: true });
    expect((await sandbox.call(path, { method: 'DELETE', body: ALT })).status).toBe(404);
  });

  test('is accepted by the customer', async () => {
    await sandbox.control(`/estimates/${estimateId(1)}`, { status: 'accepted' });
    expect(list((await estimates('status=accepted')).body, 'estimates')).toHaveLength(2);
  });
});

describe('templates of invoices', () => {
  const shape = {
    _id: aText,
    altId: aText,
    altType: exactly('location'),
    name: aText,
    title: aText,
    businessDetails: mapOf(anything),
    currency: aText,
    discount: mapOf(anything),
    items: listOf(mapOf(anything)),
    invoiceNumberPrefix: aText,
    termsNotes: aText,
    total: number,
    createdAt: iso,
    updatedAt: iso,
  };

  test('are listed and read', async () => {
    const page = `${place}&limit=10&offset=0`;
    const all = await sandbox.call(`/invoices/template?${page}&search=check-up`);
    const rows = record({ data: listOf(record(shape)), totalCount: exactly(1), traceId });
    expect(problemsOf(rows, all.body)).toEqual([]);
    const one = await sandbox.call(`/invoices/template/${invoiceTemplateId(0)}?${place}`);
    expect(problemsOf(record({ ...shape, traceId }), one.body)).toEqual([]);
    expect(at(one.body, 'total')).toBe(165.5);
    expect((await sandbox.call(`/invoices/template?${place}`)).status).toBe(422);
    const token = await sandbox.issue({ withoutScopes: ['invoices/template.readonly'] });
    expect((await sandbox.call(`/invoices/template?${page}`, { token })).status).toBe(401);
  });
});

describe('events', () => {
  const send = { ...ALT, action: 'email', liveMode: true, userId: userId('dana') };
  const CAUSES: [string, () => Promise<unknown>][] = [
    ['InvoiceCreate', () => post('/invoices/', draft)],
    ['InvoiceSent', () => post(`/invoices/${invoiceId(4)}/send`, send)],
    ['InvoicePaid', () => sandbox.control(`/invoices/${invoiceId(0)}/pay`, {})],
    ['InvoicePartiallyPaid', () => sandbox.control(`/invoices/${invoiceId(0)}/pay`, { amount: 1 })],
    ['InvoiceVoid', () => post(`${FIRST}/void`, ALT)],
    ['InvoiceDelete', () => sandbox.call(`${FIRST}?${place}`, { method: 'DELETE' })],
    [
      'InvoiceUpdate',
      () => sandbox.control('/events', { type: 'InvoiceUpdate', id: invoiceId(1) }),
    ],
  ];
  const shape = record({
    ...envelope,
    ...invoice,
    type: optional(like(/^Invoice/)),
    invoiceNumber: aText,
  });

  test.each(CAUSES)('%s', async (type, cause) => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await cause();
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(deliveries.map((one) => at(one, 'type'))).toEqual([type]);
    expect(problemsOf(shape, at(deliveries, 0, 'body'))).toEqual([]);
  });

  test('have no type where the setting follows the documents', async () => {
    await sandbox.control('/settings', { invoiceEventType: false });
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await post(`${FIRST}/void`, ALT);
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(at(deliveries, 0, 'body', 'type')).toBeUndefined();
    expect(at(deliveries, 0, 'body', 'altId')).toBe(HARBOUR);
  });
});
