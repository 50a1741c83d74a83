import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { CONTACT_GROUPS, detailFields, newNameFields } from '../../lib/contacts/detail_fields.ts';
import { upsertContact } from '../../lib/contacts/write.ts';
import { customFieldInputs, withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { emailField, wholePhoneField } from '../../lib/inputs/reach_fields.ts';
import { inGroup } from '../../lib/operations/groups.ts';
import { tagsField } from '../../lib/locations/fields.ts';
import { savedContact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  {
    ...emailField,
    helpText:
      'An existing contact is found by email first, then by phone number. Without either, a new contact is created each time.',
  },
  wholePhoneField,
  ...newNameFields,
  {
    ...tagsField,
    label: 'Add Tags',
    helpText:
      'Tags to add to those the contact has. Choose tags or type names, one per line or separated by commas or semicolons.',
  },
  ...detailFields,
  ...inGroup(CONTACT_GROUPS.details, [
    { key: 'gender', label: 'Gender', type: 'string', placeholder: 'female' },
    {
      key: 'alwaysNew',
      label: 'Allow Duplicate',
      type: 'boolean',
      helpText:
        'Yes creates a second contact with the same email or phone number, if your sub-account allows duplicates. Leave blank to update the existing contact.',
    },
  ]),
  customFieldInputs,
]);

export const perform = (async (z, bundle) => {
  const { tags, alwaysNew, ...input } = bundle.inputData;
  return upsertContact(z, bundle, input, { tags, alwaysNew });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'upsert_contact',
  noun: 'Contact',
  display: {
    label: 'Create or Update Contact',
    description:
      'Creates a contact, or updates the one with the same email or phone number. Fields you fill in replace the values of an existing contact; blank fields keep them. Your custom fields appear below the other fields, by name. To leave an existing contact as it is, use Find or Create Contact. To empty a field, use Update Contact.',
  },
  operation: {
    inputFields,
    inputFieldGroups: Object.values(CONTACT_GROUPS),
    perform,
    ...withCustomFields(savedContact),
  },
});
