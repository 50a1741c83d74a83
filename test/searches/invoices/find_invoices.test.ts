import { describe, expect, test } from '@jest/globals';

import { App, LOCATION_ID, run } from '../../support/app.ts';
import { INVOICE, INVOICE_ID, listedInvoices } from '../../support/invoices.ts';

const find = App.searches.find_invoices;

/** So many invoices of 0.10 each. */
function invoices(count: number, first = 0) {
  return Array.from({ length: count }, (_, index) => ({
    ...INVOICE,
    _id: `6578278e879ad2646715${String(1000 + first + index)}`,
    total: 0.1,
    amountDue: 0.1,
  }));
}

describe('find_invoices', () => {
  test('returns a text, line items and exact sums', async () => {
    listedInvoices([INVOICE, ...invoices(2)], { status: 'sent', startAt: '2026-12-01' });
    const inputData = { status: 'Sent', issuedFrom: '2026-12-01 23:00' };
    await expect(run(find, { inputData })).resolves.toMatchObject([
      {
        id: LOCATION_ID,
        count: 3,
        hasMore: false,
        currency: 'USD',
        total: 0.47,
        totals: '0.47 USD',
        amountPaid: 0,
        invoices: [{ id: INVOICE_ID, number: 'INV-42', total: 0.27 }, {}, {}],
        summary: expect.stringContaining(
          'INV-42 Website redesign: 0.27 USD, sent, due 2026-12-15, Anna Example',
        ),
      },
    ]);
  });

  test('adds up no different currencies', async () => {
    listedInvoices([
      INVOICE,
      { ...INVOICE, _id: '6578278e879ad2646715ba9d', currency: 'EUR', total: 100 },
    ]);
    await expect(run(find)).resolves.toMatchObject([
      { currency: null, total: null, amountDue: null, totals: '0.27 USD, 100 EUR' },
    ]);
  });

  test('reads on after a full page, as far as the limit goes', async () => {
    listedInvoices(invoices(100));
    listedInvoices(invoices(50, 100), { offset: '100' });
    const inputData = { limit: '120' };
    await expect(run(find, { inputData })).resolves.toMatchObject([
      { count: 120, hasMore: true, total: 12 },
    ]);
  });

  test('finds nothing where there is none', async () => {
    listedInvoices([]);
    await expect(run(find)).resolves.toEqual([]);
  });

  test('refuses a period that ends before it starts', async () => {
    const inputData = { issuedFrom: '2026-12-02', issuedUntil: '2026-12-01' };
    await expect(run(find, { inputData })).rejects.toThrow('is earlier than');
  });
});
