import { defineInputFields } from 'zapier-platform-core';

import { dateField, limitField } from '../inputs/common_fields.ts';
import { inGroup } from '../operations/groups.ts';
import { fieldField, ownerField } from './fields.ts';

/** How a field's value is compared. */
const OPERATORS = {
  is: 'Is',
  isNot: 'Is Not',
  contains: 'Contains',
  atLeast: 'Is at Least',
  atMost: 'Is at Most',
  filled: 'Is Filled In',
  blank: 'Is Blank',
} as const;

export type Operator = keyof typeof OPERATORS;

const operatorField = {
  key: 'operator',
  label: 'Condition',
  type: 'string',
  choices: OPERATORS,
  helpText:
    'Leave blank for Is. At Least and At Most are for numbers, money and dates, and leave out blank ones.',
} as const;

const valueField = {
  key: 'value',
  label: 'Value',
  type: 'string',
  helpText:
    'What the field is compared with: for a choice, its label or key; for a date, a day such as `2027-03-05`, or `today` in the time zone of your Zap.',
} as const;

/** The headings of the form for many records. */
export const LIST_GROUPS = {
  conditions: { key: 'conditionGroup', label: 'Conditions' },
  filters: { key: 'filterGroup', label: 'More Filters' },
  results: { key: 'resultGroup', label: 'Results' },
} as const;

const conditionFields = defineInputFields([
  {
    ...fieldField,
    dependsOn: ['objectKey'],
    helpText: 'A field that must meet the condition below.',
  },
  operatorField,
  valueField,
  {
    ...fieldField,
    key: 'secondField',
    label: 'Second Field',
    dependsOn: ['objectKey'],
    helpText: 'Another field that must meet a condition as well.',
  },
  { ...operatorField, key: 'secondOperator', label: 'Second Condition' },
  { ...valueField, key: 'secondValue', label: 'Second Value' },
]);

/** What a list of records is narrowed, sorted and cut by. Both conditions must hold. */
export const listFields = defineInputFields([
  ...inGroup(LIST_GROUPS.conditions, conditionFields),
  ...inGroup(LIST_GROUPS.filters, [
    { ...ownerField, helpText: 'Only records of this owner. Leave blank for any.' },
    dateField('createdAfter', 'Created After', 'Only records created from this time on.'),
    dateField('createdBefore', 'Created Before', 'Only records created up to this time.'),
    dateField('updatedAfter', 'Updated After', 'Only records last changed from this time on.'),
    dateField('updatedBefore', 'Updated Before', 'Only records not changed since this time.'),
  ]),
  ...inGroup(LIST_GROUPS.results, [
    {
      key: 'order',
      label: 'Sort By',
      type: 'string',
      choices: {
        newest: 'Newest First',
        oldest: 'Oldest First',
        updated: 'Last Updated First',
        stale: 'Longest Unchanged First',
      },
      helpText: 'Leave blank for the newest first.',
    },
    limitField('records'),
  ]),
]);
