import { defineInputFields } from 'zapier-platform-core';

import { CUSTOM_GROUP } from '../locations/custom_field_form.ts';
import { DAY_HELP } from '../inputs/help.ts';
import { placeFields, websiteField } from '../inputs/common_fields.ts';
import { inGroup } from '../operations/groups.ts';
import { choicesFrom } from '../operations/choices.ts';
import { timezoneChoices } from '../operations/timezone_choices.ts';
import { userField } from '../users/fields.ts';

/** The headings of forms about a contact. */
export const CONTACT_GROUPS = {
  address: { key: 'addressGroup', label: 'Address' },
  details: { key: 'detailsGroup', label: 'More Details' },
  custom: CUSTOM_GROUP,
} as const;

/** The name of a contact. */
export const nameFields = defineInputFields([
  { key: 'firstName', label: 'First Name', type: 'string' },
  { key: 'lastName', label: 'Last Name', type: 'string' },
  {
    key: 'name',
    label: 'Full Name',
    type: 'string',
    helpText: 'If you do not have the first and last name separately.',
  },
]);

/** The same with its company, which HighLevel's update of a contact does not take. */
export const newNameFields = defineInputFields([
  ...nameFields,
  {
    key: 'companyName',
    label: 'Company',
    type: 'string',
    helpText: 'The name of the company, as text. It is not linked to a company record.',
  },
]);

const addressFields = defineInputFields([
  { key: 'address1', label: 'Street Address', type: 'string' },
  ...placeFields,
]);

const otherFields = defineInputFields([
  websiteField,
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
    helpText: 'Where the contact came from, such as `website form`.',
  },
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'The user who looks after the contact and its conversation.',
  },
]);

/** What else HighLevel keeps of a contact and lets every step write. */
export const detailFields = defineInputFields([
  ...inGroup(CONTACT_GROUPS.address, addressFields),
  ...inGroup(CONTACT_GROUPS.details, otherFields),
]);

/** The properties that HighLevel's specification lets be null. */
const EMPTIABLE = {
  firstName: 'First Name',
  lastName: 'Last Name',
  email: 'Email Address',
  phone: 'Phone Number',
  address1: 'Street Address',
  city: 'City',
  state: 'State',
  website: 'Website',
  timezone: 'Time Zone',
  dateOfBirth: 'Date of Birth',
  source: 'Source',
  assignedTo: 'Assigned User',
};

/** What an update may remove. */
export const emptiedFields = inGroup(CONTACT_GROUPS.details, [
  {
    key: 'emptied',
    label: 'Fields to Empty',
    type: 'string',
    list: true,
    choices: EMPTIABLE,
    helpText:
      'Fields that are left blank keep their values. To remove a value, choose its field here.',
  },
]);
