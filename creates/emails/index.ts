export { default as create_email_template } from './create_email_template.ts';
export { default as send_email } from './send_email.ts';
export { default as update_email_status } from './update_email_status.ts';
