import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ALT, INVOICE, INVOICE_ID } from '../../support/invoices.ts';

describe('delete_invoice', () => {
  test('deletes the invoice', async () => {
    highLevel().delete(`/invoices/${INVOICE_ID}`).query(ALT).reply(200, INVOICE);
    const inputData = { invoiceId: INVOICE_ID };
    await expect(run(App.creates.delete_invoice, { inputData })).resolves.toEqual({
      id: INVOICE_ID,
      deleted: true,
    });
  });
});
