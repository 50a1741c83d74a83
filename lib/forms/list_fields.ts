import { defineInputFields } from 'zapier-platform-core';

import { contactFieldFor } from '../contacts/fields.ts';
import { dateField, limitField } from '../inputs/common_fields.ts';

export const submittedAfterField = dateField(
  'startDate',
  'Submitted After',
  'Only submissions from this time on. Leave blank for the last 30 days.',
);

export const submittedBeforeField = dateField(
  'endDate',
  'Submitted Before',
  'Only submissions up to this time.',
);

/** Whose submissions, from when, and how many. */
export const submissionListFields = defineInputFields([
  contactFieldFor('Only what this contact submitted.', 'Leave blank for anyone.'),
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    helpText: 'Instead of a contact: a name, email or phone number.',
  },
  submittedAfterField,
  submittedBeforeField,
  limitField('of the latest submissions'),
]);
