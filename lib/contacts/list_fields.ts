import { defineInputFields } from 'zapier-platform-core';

import { dateField, limitField, withoutSearch } from '../inputs/common_fields.ts';
import { dropdownOf } from '../inputs/dropdowns.ts';
import { MOVING_DATE_HELP } from '../inputs/help.ts';
import { contactTagField } from '../locations/fields.ts';
import { inGroup } from '../operations/groups.ts';
import { pipelineField, stageField, statusField } from '../opportunities/fields.ts';
import { userField } from '../users/fields.ts';
import { workflowField } from '../workflows/fields.ts';
import { contactFieldField } from './field_filter.ts';
import { queryField } from './fields.ts';
import { CONTACT_SORT_LABELS } from './sorts.ts';

export const createdAfterField = dateField(
  'createdAfter',
  'Created After',
  'Only contacts created at or after this time.',
);

export const createdBeforeField = dateField(
  'createdBefore',
  'Created Before',
  'Only contacts created at or before this time.',
);

export const updatedAfterField = dateField(
  'updatedAfter',
  'Updated After',
  'Only contacts changed at or after this time.',
);

export const updatedBeforeField = dateField(
  'updatedBefore',
  'Updated Before',
  `Only contacts not changed since this time. ${MOVING_DATE_HELP}`,
);

export const lastAppointmentAfterField = dateField(
  'lastAppointmentAfter',
  'Last Appointment After',
  'Only contacts whose last appointment is at or after this time.',
);

export const lastAppointmentBeforeField = dateField(
  'lastAppointmentBefore',
  'Last Appointment Before',
  'Only contacts whose last appointment is at or before this time.',
);

/** A field and its value; both are filled in or none. */
const anyFieldFields = [
  {
    ...contactFieldField,
    key: 'field',
    label: 'Another Field',
    helpText: 'Any standard or custom field that must have the value below.',
  },
  {
    key: 'fieldValue',
    label: "Another Field's Value",
    type: 'string',
    helpText: 'The whole value of **Another Field**.',
  },
  {
    ...contactFieldField,
    key: 'secondField',
    label: 'Second Field',
    helpText: 'One more field that must have the value below.',
  },
  {
    key: 'secondFieldValue',
    label: "Second Field's Value",
    type: 'string',
    helpText: 'The whole value of **Second Field**.',
  },
] as const;

/** The headings of the form. */
export const CONTACT_LIST_GROUPS = {
  dates: { key: 'datesGroup', label: 'Dates' },
  opportunity: { key: 'opportunityGroup', label: 'Opportunities and Workflows' },
  details: { key: 'detailsGroup', label: 'Details' },
  amount: { key: 'amountGroup', label: 'Order and Limit' },
} as const;

const opportunityFields = defineInputFields([
  {
    ...pipelineField,
    helpText: 'Only contacts with an opportunity in this pipeline. Leave blank for any.',
  },
  {
    ...withoutSearch(stageField),
    dependsOn: ['pipelineId'],
    helpText: 'Only contacts with an opportunity in this stage. Leave blank for any.',
  },
  {
    ...statusField,
    key: 'opportunityStatus',
    label: 'Opportunity Status',
    helpText:
      'Only contacts with an opportunity of this status, in the pipeline and stage above. Leave blank for any.',
  },
  {
    ...withoutSearch(workflowField),
    label: 'Active Workflow',
    helpText: 'Only contacts who are in this workflow now. Leave blank for any.',
  },
]);

const detailFields = defineInputFields([
  {
    key: 'source',
    label: 'Source',
    type: 'string',
    helpText: 'Only contacts with exactly this source, as HighLevel shows it.',
  },
  {
    key: 'doNotDisturb',
    label: 'Do Not Disturb',
    type: 'boolean',
    helpText: 'Yes finds contacts with do not disturb on. No finds the others.',
  },
  { key: 'companyName', label: 'Company', type: 'string', helpText: 'Exactly this company name.' },
  { key: 'city', label: 'City', type: 'string', helpText: 'Exactly as it is saved in HighLevel.' },
  {
    key: 'state',
    label: 'State',
    type: 'string',
    helpText: 'Exactly as it is saved in HighLevel: `TX` does not find `Texas`.',
  },
  {
    key: 'country',
    label: 'Country',
    type: 'string',
    meta: { kind: 'country' },
    helpText: 'A country by its two letters, such as `US`, or its name.',
  },
  ...anyFieldFields,
]);

/** By what many contacts are found. All that is filled in must hold. */
export const contactFilterFields = defineInputFields([
  queryField,
  {
    ...contactTagField,
    label: 'Tags',
    list: true,
    helpText: 'Only contacts with all of these tags. Leave blank for any.',
  },
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    choices: dropdownOf('assignee'),
    meta: { kind: 'assignee' },
    helpText: 'Only contacts assigned to this user, or choose **Unassigned**. Leave blank for any.',
  },
  ...inGroup(CONTACT_LIST_GROUPS.dates, [
    createdAfterField,
    createdBeforeField,
    updatedAfterField,
    updatedBeforeField,
    lastAppointmentAfterField,
    lastAppointmentBeforeField,
  ]),
  ...inGroup(CONTACT_LIST_GROUPS.opportunity, opportunityFields),
  ...inGroup(CONTACT_LIST_GROUPS.details, detailFields),
]);

/** The same, and how many. */
export const contactListFields = defineInputFields([
  ...contactFilterFields,
  ...inGroup(CONTACT_LIST_GROUPS.amount, [
    {
      key: 'sort',
      label: 'Order',
      type: 'string',
      choices: CONTACT_SORT_LABELS,
      default: 'newest',
      helpText: 'Which contacts come first.',
    },
    limitField('contacts'),
  ]),
]);
