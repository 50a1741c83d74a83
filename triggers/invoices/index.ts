export { default as invoice_deleted } from './invoice_deleted.ts';
export { default as invoice_overdue } from './invoice_overdue.ts';
export { default as invoice_paid } from './invoice_paid.ts';
export { default as invoice_partially_paid } from './invoice_partially_paid.ts';
export { default as invoice_sent } from './invoice_sent.ts';
export { default as invoice_updated } from './invoice_updated.ts';
export { default as invoice_voided } from './invoice_voided.ts';
export { default as new_invoice } from './new_invoice.ts';
