import { dropdownOf } from '../inputs/dropdowns.ts';

export {
  channelField,
  directionField,
  inboundChannelField,
  outboundChannelField,
} from './channel_fields.ts';

export const conversationField = {
  key: 'conversationId',
  label: 'Conversation',
  type: 'string',
  choices: dropdownOf('conversation'),
  resource: 'conversation',
  search: 'find_conversation.id',
  helpText:
    'Choose a conversation by the name of its contact, or map a conversation ID, or the email address, phone number or full name of its contact.',
} as const;

/** Whom conversations are assigned to, for filters. */
export const assigneeField = {
  key: 'assignedTo',
  label: 'Assigned User',
  type: 'string',
  choices: dropdownOf('assignee'),
  resource: 'user',
  search: 'find_user.id',
  meta: { kind: 'assignee' },
  helpText:
    'Only conversations assigned to this user, or choose **Unassigned**. Leave blank for any.',
} as const;

export const markAsField = {
  key: 'markAs',
  label: 'Mark As',
  type: 'string',
  choices: { read: 'Read', unread: 'Unread' },
  helpText: 'Leave blank to change nothing.',
} as const;

export const starField = {
  key: 'starred',
  label: 'Starred',
  type: 'boolean',
  helpText:
    'Yes adds the star. No removes it. The star belongs to the conversation, not to one user. Leave blank to change nothing.',
} as const;
