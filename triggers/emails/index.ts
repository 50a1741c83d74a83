export { default as email_event } from './email_event.ts';
export { default as email_list } from './email_list.ts';
export { default as email_message_list } from './email_message_list.ts';
