import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ALT, INVOICE, INVOICE_ID, invoiceIs } from '../../support/invoices.ts';

const update = App.creates.update_invoice;

/** What HighLevel is sent back of the invoice where nothing is changed. */
const SAME = {
  ...ALT,
  name: 'Website redesign',
  title: 'INVOICE',
  currency: 'USD',
  businessDetails: INVOICE.businessDetails,
  contactDetails: {
    id: 'hT7gK2mWq9ZbR4xVnL0s',
    name: 'Anna Example',
    email: 'anna@example.com',
    phoneNo: '+15550100123',
  },
  termsNotes: '<p>Payment is due within 14 days.</p>',
  discount: { type: 'percentage', value: 10 },
  invoiceItems: INVOICE.invoiceItems,
  liveMode: true,
  issueDate: '2026-12-01',
  dueDate: '2026-12-15',
  invoiceNumberPrefix: 'INV-',
  invoiceNumber: '42',
};

const replaces = (body: Record<string, string | object>) =>
  highLevel()
    .put(`/invoices/${INVOICE_ID}`, { ...SAME, ...body })
    .reply(200, { ...INVOICE, name: 'Website' });

describe('update_invoice', () => {
  test('keeps all that is not given: HighLevel replaces the whole invoice', async () => {
    invoiceIs({ issueDate: '2026-12-01T00:00:00.000Z' });
    replaces({ name: 'Website', dueDate: '2027-01-15' });
    const inputData = { invoiceId: INVOICE_ID, name: 'Website', dueDate: '2027-01-15' };
    await expect(run(update, { inputData })).resolves.toMatchObject({ name: 'Website' });
  });

  test('replaces the items and the discount', async () => {
    invoiceIs();
    replaces({
      invoiceItems: [{ name: 'Logo', currency: 'USD', amount: 50, qty: 1 }],
      discount: { type: 'fixed', value: 50 },
    });
    await run(update, {
      inputData: {
        invoiceId: INVOICE_ID,
        items: [{ itemName: 'Logo', itemPrice: 50 }],
        discountType: 'fixed',
        discountValue: 50,
      },
    });
  });

  test('takes no more off than the items that are there come to', async () => {
    invoiceIs();
    const inputData = { invoiceId: INVOICE_ID, discountType: 'fixed', discountValue: 0.31 };
    await expect(run(update, { inputData })).rejects.toThrow(/the items come to 0.30 USD/);
  });

  test('changes none that is paid', async () => {
    invoiceIs({ status: 'paid' });
    const inputData = { invoiceId: INVOICE_ID, name: 'Website' };
    await expect(run(update, { inputData })).rejects.toThrow(
      /paid already, so it cannot be changed/,
    );
  });

  test('is due after it is issued', async () => {
    invoiceIs();
    const inputData = { invoiceId: INVOICE_ID, dueDate: '2026-11-30' };
    await expect(run(update, { inputData })).rejects.toThrow(/Due Date.*is earlier than/);
  });

  test('says that nothing is to be changed', async () => {
    const inputData = { invoiceId: INVOICE_ID };
    await expect(run(update, { inputData })).rejects.toThrow(/Nothing to change/);
  });
});
