export { assigneeChoices } from './choices.ts';
export {
  channelField,
  directionField,
  inboundChannelField,
  instantChannelField,
  outboundChannelField,
} from './channel_fields.ts';
export { contactNamesOf } from './contact_names.ts';
export { conversationIdOf, searchConversations } from './conversations.ts';
export { conversationById } from './details.ts';
export { assigneeField } from './fields.ts';
