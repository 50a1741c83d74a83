import { defineInputFields } from 'zapier-platform-core';

import { dateField, limitField } from '../inputs/common_fields.ts';

export const sentAfterField = dateField(
  'startDate',
  'Sent After',
  'Only messages from this time on.',
);

export const sentBeforeField = dateField(
  'endDate',
  'Sent Before',
  'Only messages up to this time.',
);

/** How many messages a list holds, from when, and how much of each. */
export const messageListFields = defineInputFields([
  sentAfterField,
  sentBeforeField,
  limitField('of the latest messages'),
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
