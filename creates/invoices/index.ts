export { default as create_and_send_invoice } from './create_and_send_invoice.ts';
export { default as create_invoice } from './create_invoice.ts';
export { default as delete_invoice } from './delete_invoice.ts';
export { default as record_invoice_payment } from './record_invoice_payment.ts';
export { default as send_invoice } from './send_invoice.ts';
export { default as update_invoice } from './update_invoice.ts';
export { default as void_invoice } from './void_invoice.ts';
