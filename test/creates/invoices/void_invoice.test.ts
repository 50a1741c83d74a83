import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ALT, INVOICE, INVOICE_ID } from '../../support/invoices.ts';

describe('void_invoice', () => {
  test('voids the invoice', async () => {
    highLevel()
      .post(`/invoices/${INVOICE_ID}/void`, ALT)
      .reply(200, { ...INVOICE, status: 'void' });
    const inputData = { invoiceId: INVOICE_ID };
    await expect(run(App.creates.void_invoice, { inputData })).resolves.toMatchObject({
      id: INVOICE_ID,
      status: 'void',
    });
  });
});
