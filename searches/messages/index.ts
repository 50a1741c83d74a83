export { default as find_message } from './find_message.ts';
export { default as find_messages } from './find_messages.ts';
export { default as find_scheduled_messages } from './find_scheduled_messages.ts';
