export { default as create_and_send_invoice } from './create_and_send_invoice.ts';
export { default as create_invoice } from './create_invoice.ts';
