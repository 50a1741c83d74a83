export { default as conversation_assigned } from './conversation_assigned.ts';
export { default as conversation_list } from './conversation_list.ts';
export { default as conversation_read_state_changed } from './conversation_read_state_changed.ts';
export { default as conversation_started } from './conversation_started.ts';
export { default as new_conversation } from './new_conversation.ts';
export { default as unread_conversation } from './unread_conversation.ts';
