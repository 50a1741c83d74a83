export { default as get_message } from './get_message.ts';
export { default as list_messages } from './list_messages.ts';
