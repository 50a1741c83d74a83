import { dateField } from '../inputs/common_fields.ts';
import { MOVING_DATE_HELP } from '../inputs/help.ts';
import { inGroup } from '../operations/groups.ts';
import { userField } from '../users/fields.ts';
import { directionField } from './channel_fields.ts';

/** Input fields by which conversations are narrowed down. */

/** The headings of forms with many of them. */
export const CONVERSATION_GROUPS = {
  lastMessage: { key: 'lastMessageGroup', label: 'Last Message' },
  details: { key: 'detailsGroup', label: 'More Filters' },
} as const;

export const conversationStatusField = {
  key: 'status',
  label: 'Status',
  type: 'string',
  choices: { unread: 'Unread', read: 'Read', starred: 'Starred' },
  helpText: 'Leave blank for any.',
} as const;

export const createdAfterField = dateField(
  'startDate',
  'Created After',
  'Only conversations created at or after this time.',
);

export const createdBeforeField = dateField(
  'endDate',
  'Created Before',
  'Only conversations created at or before this time.',
);

export const followedByField = {
  ...userField,
  key: 'followedBy',
  label: 'Followed By',
  helpText: 'Only conversations that this user follows. Leave blank for any.',
} as const;

export const mentionsField = {
  ...userField,
  key: 'mentions',
  label: 'Mentions',
  helpText: 'Only conversations in which this user is mentioned. Leave blank for any.',
} as const;

export const lastMessageAfterField = dateField(
  'lastMessageAfter',
  'Last Message After',
  'Only conversations whose last message came at or after this time.',
);

export const lastMessageBeforeField = dateField(
  'lastMessageBefore',
  'Last Message Before',
  `Only conversations without a message since this time. ${MOVING_DATE_HELP}`,
);

export const lastDirectionField = { ...directionField, label: 'Last Message Direction' } as const;

export const lastActionField = {
  key: 'lastAction',
  label: 'Last Outbound Message',
  type: 'string',
  choices: { manual: 'Written by a person', automated: 'Sent automatically' },
  helpText: 'How the last message to the contact was sent. Leave blank for both.',
} as const;

/** What forms show of these last. */
export const moreFilterFields = inGroup(CONVERSATION_GROUPS.details, [
  followedByField,
  mentionsField,
  createdAfterField,
  createdBeforeField,
]);
