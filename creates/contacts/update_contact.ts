import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import {
  CONTACT_GROUPS,
  detailFields,
  emptiedFields,
  nameFields,
} from '../../lib/contacts/detail_fields.ts';
import { updateContact } from '../../lib/contacts/write.ts';
import { customFieldInputs, withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { emailField, wholePhoneField } from '../../lib/inputs/reach_fields.ts';
import { updatedContact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  emailField,
  wholePhoneField,
  ...nameFields,
  ...detailFields,
  ...emptiedFields,
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
    description:
      'Updates the details of an existing contact. Your custom fields appear below the other fields, by name. To create the contact if there is none, use Create or Update Contact. For files, use Upload File to Contact.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(CONTACT_GROUPS),
    perform,
    ...withCustomFields(updatedContact),
  },
});
