export { default as find_conversation } from './find_conversation.ts';
export { default as get_conversation } from './get_conversation.ts';
