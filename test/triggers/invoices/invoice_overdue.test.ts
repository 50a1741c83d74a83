import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { CONTACT_ID, INVOICE, INVOICE_ID, listedInvoices } from '../../support/invoices.ts';

const trigger = App.triggers.invoice_overdue;
const OTHER_ID = '6578278e879ad2646715ba9d';
const DAY_MS = 86_400_000;

/** The day so many days before today in Auckland, where it is today earlier than elsewhere. */
const daysAgo = (days: number) =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Pacific/Auckland' }).format(
    new Date(Date.now() - days * DAY_MS),
  );

beforeEach(() => {
  highLevel()
    .get(`/locations/${LOCATION_ID}`)
    // The time zone is kept for a day.
    .optionally()
    .reply(200, { location: { id: LOCATION_ID, timezone: 'Pacific/Auckland' } });
});

const lists = (sent: readonly object[], partially: readonly object[] = [], query = {}) => {
  listedInvoices(sent, { ...query, status: 'sent' });
  listedInvoices(partially, { ...query, status: 'partially_paid' });
};

describe('invoice_overdue', () => {
  test('starts a Zap on the day after the due date, by the clocks of the sub-account', async () => {
    lists(
      [
        { ...INVOICE, dueDate: daysAgo(1) },
        { ...INVOICE, _id: OTHER_ID, dueDate: daysAgo(0) },
      ],
      [{ ...INVOICE, _id: OTHER_ID, dueDate: `${daysAgo(30)}T00:00:00.000Z`, amountDue: 0.1 }],
    );
    await expect(run(trigger)).resolves.toMatchObject([
      {
        id: INVOICE_ID,
        dueDate: daysAgo(1),
        daysOverdue: 1,
        amountDue: 0.27,
        currency: 'USD',
        contactPhone: '+15550100123',
        paymentLink: `https://link.msgsndr.com/invoice/${INVOICE_ID}`,
      },
      { id: OTHER_ID, daysOverdue: 30, amountDue: 0.1 },
    ]);
  });

  test('waits as many days as asked for, for the invoices asked for', async () => {
    const invoices = [
      { ...INVOICE, dueDate: daysAgo(6) },
      { ...INVOICE, _id: OTHER_ID, dueDate: daysAgo(7) },
    ];
    lists(invoices, [], { contactId: CONTACT_ID, paymentMode: 'live' });
    const inputData = { daysOverdue: '7', contactId: CONTACT_ID, paymentMode: 'live' };
    await expect(run(trigger, { inputData })).resolves.toMatchObject([{ id: OTHER_ID }]);
  });

  test('leaves out what is paid in the meantime, and too small totals', async () => {
    lists(
      [{ ...INVOICE, dueDate: daysAgo(2) }],
      [{ ...INVOICE, dueDate: daysAgo(2), amountDue: 0, total: 900 }],
    );
    await expect(run(trigger, { inputData: { minimumTotal: 1 } })).resolves.toEqual([]);
  });

  test('reads all pages', async () => {
    const full = Array.from({ length: 100 }, () => ({ ...INVOICE, dueDate: daysAgo(-1) }));
    listedInvoices(full, { status: 'sent' });
    listedInvoices([{ ...INVOICE, dueDate: daysAgo(1) }], { status: 'sent', offset: '100' });
    listedInvoices([], { status: 'partially_paid' });
    await expect(run(trigger)).resolves.toHaveLength(1);
  });

  test('shows any unpaid invoice in a test in the editor', async () => {
    lists([{ ...INVOICE, dueDate: daysAgo(-5) }]);
    const meta = { isLoadingSample: true };
    await expect(run(trigger, { meta })).resolves.toMatchObject([
      { id: INVOICE_ID, daysOverdue: 0 },
    ]);
  });
});
