import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ESTIMATE, ESTIMATE_ID, listedEstimates } from '../../support/estimates.ts';
import { ALT, INVOICE, INVOICE_ID } from '../../support/invoices.ts';

const convert = App.creates.create_invoice_from_estimate;

const converts = (markAsInvoiced: boolean) =>
  highLevel()
    .post(`/invoices/estimate/${ESTIMATE_ID}/invoice`, { ...ALT, markAsInvoiced })
    .reply(200, {
      estimate: { ...ESTIMATE, estimateStatus: 'invoiced' },
      invoice: { ...INVOICE, status: 'draft' },
    });

describe('create_invoice_from_estimate', () => {
  test('returns the invoice, with what became of the estimate', async () => {
    converts(true);
    const inputData = { estimateId: ESTIMATE_ID };
    await expect(run(convert, { inputData })).resolves.toMatchObject({
      id: INVOICE_ID,
      number: 'INV-42',
      status: 'draft',
      total: 0.27,
      estimateId: ESTIMATE_ID,
      estimateNumber: 'EST-7',
      estimateStatus: 'invoiced',
      contactId: 'hT7gK2mWq9ZbR4xVnL0s',
    });
  });

  test('takes the number of the estimate, and leaves it as it is where asked', async () => {
    listedEstimates([ESTIMATE]);
    converts(false);
    await run(convert, { inputData: { estimateId: 'est-7', markAsInvoiced: 'no' } });
  });
});
