export { default as find_estimate } from './find_estimate.ts';
export { default as find_invoice } from './find_invoice.ts';
export { default as find_invoices } from './find_invoices.ts';
