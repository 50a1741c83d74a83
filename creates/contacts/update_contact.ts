import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { detailFields } from '../../lib/contacts/detail_fields.ts';
import { updateContact } from '../../lib/contacts/write.ts';
import { customFieldInputs, withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { contactField, emailField, wholePhoneField } from '../../lib/contacts/fields.ts';
import { updatedContact } from '../../resources/contact.ts';

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

const inputFields = defineInputFields([
  { ...contactField, required: true },
  emailField,
  wholePhoneField,
  ...detailFields,
  {
    key: 'emptied',
    label: 'Fields to Empty',
    type: 'string',
    list: true,
    choices: EMPTIABLE,
    helpText: 'A field left empty above stays as it is. To remove a value, choose its field here.',
  },
  customFieldInputs,
]);

export const perform = (async (z, bundle) => {
  const { contactId, emptied, ...input } = bundle.inputData;
  return updateContact(z, bundle, contactId, input, emptied);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_contact',
  noun: 'Contact',
  display: {
    label: 'Update Contact',
    description: 'Updates the details and custom fields of a contact.',
  },
  operation: {
    inputFields,
    perform,
    ...withCustomFields(updatedContact),
  },
});
