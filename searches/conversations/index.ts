export { default as find_conversation } from './find_conversation.ts';
export { default as find_conversations } from './find_conversations.ts';
