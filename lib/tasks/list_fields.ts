import { DATE_HELP } from '../inputs/help.ts';

export const dueAfterField = {
  key: 'dueAfter',
  label: 'Due After',
  type: 'datetime',
  helpText: `Only tasks due at or after this time. ${DATE_HELP}`,
} as const;

export const dueBeforeField = {
  key: 'dueBefore',
  label: 'Due Before',
  type: 'datetime',
  helpText: `Only tasks due at or before this time. ${DATE_HELP}`,
} as const;
