import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ALT, INVOICE, INVOICE_ID, invoiceIs } from '../../support/invoices.ts';

const record = App.creates.record_invoice_payment;
const GIVEN = { invoiceId: INVOICE_ID, method: 'cash' };

const takes = (body: Record<string, string | number | object>) =>
  highLevel()
    .post(`/invoices/${INVOICE_ID}/record-payment`, { ...ALT, notes: '', ...body })
    .reply(200, { success: true, invoice: { ...INVOICE, status: 'paid', amountPaid: 0.27 } });

describe('record_invoice_payment', () => {
  test('records all that is due', async () => {
    invoiceIs();
    takes({ mode: 'cash', amount: 0.27 });
    await expect(run(record, { inputData: GIVEN })).resolves.toMatchObject({
      id: INVOICE_ID,
      status: 'paid',
      amountPaid: 0.27,
      currency: 'USD',
    });
  });

  test.each([
    [
      { method: 'Card', cardLast4: '4242', cardBrand: 'Visa' },
      { mode: 'card', card: { brand: 'visa', last4: '4242' } },
    ],
    [
      { method: 'card', cardLast4: 1234 },
      { mode: 'card', card: { brand: 'other', last4: '1234' } },
    ],
    [
      { method: 'Check', checkNumber: '129' },
      { mode: 'cheque', cheque: { number: '129' } },
    ],
    [
      { method: 'Bank Transfer', notes: 'Late.', paidAt: '2026-12-20T10:00:00Z' },
      { mode: 'bank_transfer', notes: 'Late.', fulfilledAt: '2026-12-20T10:00:00.000Z' },
    ],
  ])('records %p', async (inputs, body) => {
    invoiceIs();
    takes({ amount: 0.2, ...body });
    await run(record, { inputData: { ...GIVEN, amount: '$0.20', ...inputs } });
  });

  test.each([
    [{ amount: 0.28 }, /0.28 USD, and only 0.27 USD of the invoice is due/],
    [{ amount: 0 }, /Amount.* is 0 USD/],
    [{ amount: 0.111 }, /have at most 2 decimals/],
  ])('refuses %p', async (inputs, sentence) => {
    invoiceIs();
    await expect(run(record, { inputData: { ...GIVEN, ...inputs } })).rejects.toThrow(sentence);
  });

  test.each([
    ['card', /Last 4 Digits.* is empty/],
    ['cheque', /Check Number.* is empty/],
  ])('asks for what a %s needs', async (method, sentence) => {
    await expect(run(record, { inputData: { ...GIVEN, method } })).rejects.toThrow(sentence);
  });

  test('records nothing of an invoice that is paid', async () => {
    invoiceIs({ status: 'paid', amountDue: 0 });
    await expect(run(record, { inputData: GIVEN })).rejects.toThrow(/is paid already/);
  });
});
