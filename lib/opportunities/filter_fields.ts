import { defineInputFields } from 'zapier-platform-core';

import { contactFieldFor } from '../contacts/fields.ts';
import { choicesFrom, findByName } from '../operations/choices.ts';
import { opportunityFieldChoices } from './choices.ts';
import { LONGEST_QUERY, type OpportunityFilters } from './opportunities.ts';
import { ownerField, pipelineField, stageField, statusField } from './fields.ts';
import { bothOrNone } from '../inputs/alternatives.ts';

export const sourceFilterField = {
  key: 'source',
  label: 'Source',
  type: 'string',
  helpText: 'Only opportunities with exactly this source. Leave blank for any.',
} as const;

export const minimumValueField = {
  key: 'minimumValue',
  label: 'Minimum Value',
  type: 'number',
  meta: { kind: 'amount' },
  helpText: 'Only opportunities of at least this value. Leave blank for any.',
} as const;

export const contactFilterField = contactFieldFor(
  'Only opportunities of this contact.',
  'Leave blank for any.',
);

export const ownerFilterField = {
  ...ownerField,
  helpText: 'Only opportunities assigned to this user. Leave blank for any.',
} as const;

export const pipelineFilterField = {
  ...pipelineField,
  helpText: 'Only opportunities in this pipeline. Leave blank for any.',
} as const;

/** What opportunities are searched by. */
export const searchFields = defineInputFields([
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    meta: { longest: LONGEST_QUERY },
    helpText: "Words of the opportunity's name, or the contact's name, email or phone number.",
  },
  contactFilterField,
  pipelineFilterField,
  {
    ...stageField,
    dependsOn: ['pipelineId'],
    helpText: 'Only opportunities in this stage. Leave blank for any.',
  },
  { ...statusField, helpText: 'Only opportunities with this status. Leave blank for any.' },
  ownerFilterField,
  {
    key: 'customFieldId',
    label: 'Custom Field',
    type: 'string',
    choices: choicesFrom(
      opportunityFieldChoices,
      findByName(opportunityFieldChoices, 'custom field of opportunities'),
    ),
    resource: 'custom_field',
    helpText: 'A custom field of opportunities that must have the value below.',
  },
  {
    key: 'customFieldValue',
    label: 'Custom Field Value',
    type: 'string',
    helpText: 'The whole value that **Custom Field** must have.',
  },
]);

/** @throws errors.Error where a custom field is named without its value, or a value without its field */
export function checkCustomField({ customFieldId, customFieldValue }: OpportunityFilters): void {
  bothOrNone({ 'Custom Field': customFieldId, 'Custom Field Value': customFieldValue });
}
