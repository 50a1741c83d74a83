export { default as find_email } from './find_email.ts';
export { default as find_email_campaign } from './find_email_campaign.ts';
export { default as find_email_template } from './find_email_template.ts';
