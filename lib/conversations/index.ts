export { contactNamesOf } from './contact_names.ts';
export { conversationIdOf, searchConversations } from './conversations.ts';
export { conversationById } from './details.ts';
