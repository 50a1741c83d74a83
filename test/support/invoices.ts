import { expect, test } from '@jest/globals';

import type { RawRecord } from '../../resources/values.ts';
import { highLevel, LOCATION_ID, run } from './app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook, type Hook } from './hook.ts';

export const INVOICE_ID = '6578278e879ad2646715ba9c';
export const ALT = { altId: LOCATION_ID, altType: 'location' };

/** An invoice as HighLevel sends it. */
export const INVOICE = {
  _id: INVOICE_ID,
  status: 'sent',
  liveMode: true,
  amountPaid: 0,
  ...ALT,
  name: 'Website redesign',
  title: 'INVOICE',
  businessDetails: { name: 'Example Studio', phoneNo: '+15550100200' },
  invoiceNumber: 42,
  invoiceNumberPrefix: 'INV-',
  currency: 'USD',
  contactDetails: {
    id: 'hT7gK2mWq9ZbR4xVnL0s',
    name: 'Anna Example',
    email: 'anna@example.com',
    phoneNo: '+15550100123',
    companyName: '',
  },
  issueDate: '2026-12-01',
  dueDate: '2026-12-15',
  discount: { type: 'percentage', value: 10 },
  invoiceItems: [
    { _id: 'x', name: 'Design', description: 'Two drafts.', qty: 3, amount: 0.1, currency: 'USD' },
  ],
  termsNotes: '<p>Payment is due within 14 days.</p>',
  total: 0.27,
  amountDue: 0.27,
  totalSummary: { subTotal: 0.30000000000000004, discount: 0.03, tax: 0 },
  createdAt: '2026-12-01T10:02:00.000Z',
  updatedAt: '2026-12-01T10:05:00.000Z',
};

/** HighLevel's answer to a page of the list. @param query what is asked for beside the page */
export function listedInvoices(invoices: readonly object[], query: RawRecord = {}) {
  return highLevel()
    .get('/invoices/')
    .query({
      ...ALT,
      sortField: 'issueDate',
      sortOrder: 'descend',
      limit: '100',
      offset: '0',
      ...query,
    })
    .reply(200, { invoices, total: invoices.length });
}

/** What holds of each instant trigger for invoices. @param status of the examples */
export function testsOfInvoiceHook(trigger: Hook, event: string, status?: string): void {
  const { event: payload, record } = fixture('invoice');
  testsOfEveryHook(trigger, { events: [event], event: { ...payload, type: event } });

  test('reads the event, with and without the name of the event in it', async () => {
    expect(readable(await run(trigger, delivered(payload)))).toEqual([record]);
    expect(readable(await run(trigger, delivered({ ...payload, type: event })))).toEqual([record]);
  });

  test('takes a type of the invoice itself for no name of an event', async () => {
    expect(await run(trigger, delivered({ ...payload, type: 'one_time' }))).toHaveLength(1);
  });

  test.each([
    ['a contact', { contactId: 'hT7gK2mWq9ZbR4xVnL0s' }, { contactId: 'hT7gK2mWq9ZbR4xVnL0t' }],
    ['a least total', { minimumTotal: '$1,200' }, { minimumTotal: '1200.01' }],
    ['a mode', { paymentMode: 'live' }, { paymentMode: 'test' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(payload, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(payload, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the invoices that are there', async () => {
    listedInvoices([INVOICE], status === undefined ? {} : { status });
    expect(await runHook(trigger, 'performList', {})).toMatchObject([
      { id: INVOICE_ID, number: 'INV-42', contactName: 'Anna Example' },
    ]);
  });
}

export const CONTACT_ID = 'hT7gK2mWq9ZbR4xVnL0s';

/** HighLevel's answers to what a step reads before it writes a bill. */
export function readsBefore({
  contact = {},
  settings = {},
}: { contact?: RawRecord; settings?: RawRecord } = {}): void {
  highLevel()
    .get(`/contacts/${CONTACT_ID}`)
    .reply(200, {
      contact: {
        id: CONTACT_ID,
        firstName: 'Anna',
        lastName: 'Example',
        email: 'anna@example.com',
        phone: '+15550100123',
        city: 'Springfield',
        ...contact,
      },
    });
  highLevel()
    .get('/invoices/settings')
    .query(ALT)
    .reply(200, {
      ...ALT,
      title: 'BILL',
      termsNote: '<p>Pay soon.</p>',
      dueAfterXDays: 14,
      estimatesTitle: 'OFFER',
      estimatesTermsNote: '<p>Decide soon.</p>',
      estimatesExpireAfterXDays: 10,
      businessDetails: { name: 'Example Studio', phoneNo: '+15550100200', unknown: true },
      ...settings,
    });
}

/** HighLevel's answer to a list of the users of the sub-account. */
export function usersAre(...users: RawRecord[]) {
  return highLevel().get('/users/').query({ locationId: LOCATION_ID }).reply(200, { users });
}

/** What HighLevel is sent of Anna. */
export const PAYER = {
  id: CONTACT_ID,
  name: 'Anna Example',
  email: 'anna@example.com',
  phoneNo: '+15550100123',
  address: { city: 'Springfield' },
};

/** HighLevel's answer to a request for the invoice. */
export function invoiceIs(parts: RawRecord = {}) {
  return highLevel()
    .get(`/invoices/${INVOICE_ID}`)
    .query(ALT)
    .reply(200, { ...INVOICE, ...parts });
}

/** HighLevel's answer to a request for an invoice that is gone. */
export function invoiceIsGone() {
  return highLevel().get(`/invoices/${INVOICE_ID}`).query(ALT).reply(404, { message: 'Not found' });
}
