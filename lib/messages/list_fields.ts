import { defineInputFields } from 'zapier-platform-core';

import { DATE_HELP } from '../inputs/help.ts';

export const sentAfterField = {
  key: 'startDate',
  label: 'Sent After',
  type: 'datetime',
  helpText: `Only messages from this time on. ${DATE_HELP}`,
} as const;

export const sentBeforeField = {
  key: 'endDate',
  label: 'Sent Before',
  type: 'datetime',
  helpText: `Only messages up to this time. ${DATE_HELP}`,
} as const;

/** How many messages a list holds, from when, and how much of each. */
export const messageListFields = defineInputFields([
  sentAfterField,
  sentBeforeField,
  {
    key: 'limit',
    label: 'Limit',
    type: 'integer',
    meta: { min: 1, max: 500 },
    default: '100',
    helpText: 'How many of the latest messages to return, up to 500.',
  },
  {
    key: 'includeEmailText',
    label: 'Include Email Text',
    type: 'boolean',
    default: 'true',
    helpText:
      'Also reads the text of the latest 50 emails. Set to no if subject and date are enough, which is faster.',
  },
  {
    key: 'includeActivity',
    label: 'Include Activity',
    type: 'boolean',
    helpText:
      'Yes also returns the entries that HighLevel itself adds to a conversation, such as a booked appointment.',
  },
]);
