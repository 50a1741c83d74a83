import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfInvoiceHook } from '../../support/invoices.ts';

describe('new_invoice', () => {
  testsOfInvoiceHook(App.triggers.new_invoice, 'InvoiceCreate');
});
