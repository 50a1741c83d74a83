import { invoiceDetail } from '../api/invoice-views.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Invoice } from '../state/invoices.ts';

export const INVOICE_EVENTS = [
  'InvoiceCreate',
  'InvoiceUpdate',
  'InvoiceSent',
  'InvoicePaid',
  'InvoicePartiallyPaid',
  'InvoiceVoid',
  'InvoiceDelete',
] as const;
export type InvoiceEvent = (typeof INVOICE_EVENTS)[number];

/**
 * The whole invoice. Its sub-account is in `altId`, its number is a text, and the documents show no
 * `type`, which a setting leaves out.
 */
export const invoiceEvent = (sandbox: Sandbox, type: InvoiceEvent, invoice: Invoice): Json => ({
  ...(sandbox.settings.invoiceEventType ? { type } : {}),
  ...invoiceDetail(invoice),
  invoiceNumber: String(invoice.number),
});

export const fireInvoice = (sandbox: Sandbox, type: InvoiceEvent, invoice: Invoice): void => {
  sandbox.webhooks.fire(invoiceEvent(sandbox, type, invoice));
};
