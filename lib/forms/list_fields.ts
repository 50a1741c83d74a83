import { defineInputFields } from 'zapier-platform-core';

import { contactField } from '../contacts/fields.ts';
import { DATE_HELP } from '../inputs/help.ts';

export const submittedAfterField = {
  key: 'startDate',
  label: 'Submitted After',
  type: 'datetime',
  helpText: `Only submissions from this time on. Leave blank for the last 30 days. ${DATE_HELP}`,
} as const;

export const submittedBeforeField = {
  key: 'endDate',
  label: 'Submitted Before',
  type: 'datetime',
  helpText: `Only submissions up to this time. ${DATE_HELP}`,
} as const;

/** Whose submissions, from when, and how many. */
export const submissionListFields = defineInputFields([
  { ...contactField, helpText: 'Only what this contact submitted. Leave blank for anybody.' },
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    helpText: 'Instead of a contact: a name, email or phone number.',
  },
  submittedAfterField,
  submittedBeforeField,
  {
    key: 'limit',
    label: 'Limit',
    type: 'integer',
    meta: { min: 1, max: 500 },
    default: '100',
    helpText: 'How many of the latest submissions to return, up to 500.',
  },
]);
