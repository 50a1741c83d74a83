import { defineInputFields } from 'zapier-platform-core';

import { DAY_HELP } from '../inputs/help.ts';
import { choicesFrom } from '../operations/choices.ts';
import { timezoneChoices } from '../operations/timezone_choices.ts';
import { userField } from '../users/index.ts';

/** What else HighLevel keeps of a contact and lets every step write. */
export const detailFields = defineInputFields([
  { key: 'firstName', label: 'First Name', type: 'string' },
  { key: 'lastName', label: 'Last Name', type: 'string' },
  {
    key: 'name',
    label: 'Full Name',
    type: 'string',
    helpText: 'For when the earlier step has the name in one piece only.',
  },
  { key: 'address1', label: 'Street Address', type: 'string' },
  { key: 'city', label: 'City', type: 'string' },
  { key: 'state', label: 'State', type: 'string' },
  { key: 'postalCode', label: 'Postal Code', type: 'string' },
  {
    key: 'country',
    label: 'Country',
    type: 'string',
    meta: { kind: 'country' },
    placeholder: 'US',
    helpText: 'The two letters of the country, such as `US` or `GB`, or its name in English.',
  },
  { key: 'website', label: 'Website', type: 'string', placeholder: 'https://example.com' },
  {
    key: 'timezone',
    label: 'Time Zone',
    type: 'string',
    meta: { kind: 'timezone' },
    choices: choicesFrom(timezoneChoices),
    resource: 'timezone',
  },
  {
    key: 'dateOfBirth',
    label: 'Date of Birth',
    type: 'datetime',
    meta: { kind: 'day' },
    helpText: DAY_HELP,
  },
  {
    key: 'source',
    label: 'Source',
    type: 'string',
    helpText: 'Where the contact comes from, such as `website form`.',
  },
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Who looks after the contact and its conversation.',
  },
]);
