import { DATE_HELP } from '../inputs/help.ts';

/** Input fields by which conversations are narrowed down. */

export const conversationStatusField = {
  key: 'status',
  label: 'Status',
  type: 'string',
  choices: { unread: 'Unread', read: 'Read', starred: 'Starred' },
  helpText: 'Leave blank for any.',
} as const;

export const createdAfterField = {
  key: 'startDate',
  label: 'Created After',
  type: 'datetime',
  helpText: `Only conversations created at or after this time. ${DATE_HELP}`,
} as const;

export const createdBeforeField = {
  key: 'endDate',
  label: 'Created Before',
  type: 'datetime',
  helpText: `Only conversations created at or before this time. ${DATE_HELP}`,
} as const;
