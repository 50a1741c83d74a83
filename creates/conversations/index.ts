export { default as create_conversation } from './create_conversation.ts';
export { default as delete_conversation } from './delete_conversation.ts';
export { default as update_conversation } from './update_conversation.ts';
export { default as update_conversations } from './update_conversations.ts';
