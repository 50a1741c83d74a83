export { default as message_failed } from './message_failed.ts';
export { default as message_status_changed } from './message_status_changed.ts';
export { default as new_inbound_message } from './new_inbound_message.ts';
export { default as new_message } from './new_message.ts';
export { default as new_outbound_message } from './new_outbound_message.ts';
