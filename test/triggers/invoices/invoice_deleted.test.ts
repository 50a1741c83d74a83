import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfInvoiceHook } from '../../support/invoices.ts';

describe('invoice_deleted', () => {
  testsOfInvoiceHook(App.triggers.invoice_deleted, 'InvoiceDelete');
});
