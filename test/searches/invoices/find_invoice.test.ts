import { describe, expect, test } from '@jest/globals';

import { toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, highLevel, run as runStep } from '../../support/app.ts';
import { ALT, INVOICE, INVOICE_ID, listedInvoices } from '../../support/invoices.ts';

const find = App.searches.find_invoice;
const PAID = {
  ...INVOICE,
  _id: '6578278e879ad2646715ba9d',
  status: 'paid',
  amountDue: 0,
  amountPaid: 0.27,
  invoiceNumber: '7',
};

/** The invoices on the first page. */
const found = async (inputData: RawRecord) =>
  toRecord(await runStep(find, { inputData }))['results'];

describe('find_invoice', () => {
  test('returns who, what and when, with exact amounts', async () => {
    listedInvoices([INVOICE], { search: 'redesign' });
    await expect(found({ query: 'redesign' })).resolves.toEqual([
      expect.objectContaining({
        id: INVOICE_ID,
        number: 'INV-42',
        status: 'sent',
        total: 0.27,
        subtotal: 0.3,
        currency: 'USD',
        dueDate: '2026-12-15',
        paymentLink: `https://link.msgsndr.com/invoice/${INVOICE_ID}`,
        contactName: 'Anna Example',
        contactPhone: '+15550100123',
        terms: 'Payment is due within 14 days.',
        items: [expect.objectContaining({ name: 'Design', quantity: 3, price: 0.1, total: 0.3 })],
      }),
    ]);
  });

  test('returns what is still to be paid first', async () => {
    listedInvoices([PAID, INVOICE], { contactId: 'hT7gK2mWq9ZbR4xVnL0s', status: 'sent' });
    const inputData = { contactId: 'hT7gK2mWq9ZbR4xVnL0s', status: 'sent' };
    await expect(found(inputData)).resolves.toMatchObject([{ id: INVOICE_ID }, { id: PAID._id }]);
  });

  test.each(['INV-42', 'inv-42', '42', '#42', '0042'])('finds by the number %s', async (query) => {
    listedInvoices([PAID, INVOICE]);
    await expect(found({ query })).resolves.toMatchObject([{ id: INVOICE_ID }]);
  });

  test('searches by what looks like a number where no invoice has it', async () => {
    listedInvoices([INVOICE]);
    listedInvoices([INVOICE], { search: '5550100123' });
    await expect(found({ query: '5550100123' })).resolves.toMatchObject([{ id: INVOICE_ID }]);
  });

  test('reads one from an earlier step by its ID; one that is gone is nothing', async () => {
    const inputData = { invoiceId: INVOICE_ID };
    highLevel().get(`/invoices/${INVOICE_ID}`).query(ALT).reply(200, INVOICE);
    await expect(found(inputData)).resolves.toMatchObject([{ number: 'INV-42' }]);
    highLevel().get(`/invoices/${INVOICE_ID}`).query(ALT).reply(404, { message: 'Not found' });
    await expect(found(inputData)).resolves.toEqual([]);
  });

  test.each([
    [{}, /Fill in .*Search Text/],
    [{ invoiceId: INVOICE_ID, query: 'Example' }, /Fill in only one/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(found(inputData)).rejects.toThrow(sentence);
  });
});
