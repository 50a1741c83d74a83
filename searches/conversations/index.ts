export { default as find_conversation } from './find_conversation.ts';
