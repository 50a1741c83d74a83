import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { detailFields } from '../../lib/contacts/detail_fields.ts';
import { upsertContact } from '../../lib/contacts/write.ts';
import { customFieldInputs, withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { emailField, wholePhoneField } from '../../lib/contacts/fields.ts';
import { tagsField } from '../../lib/locations/tag_fields.ts';
import { savedContact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  {
    ...emailField,
    helpText:
      'A contact that exists is found by this, or by the phone number. With neither, a new contact is created each time.',
  },
  wholePhoneField,
  ...detailFields,
  { key: 'companyName', label: 'Company', type: 'string' },
  { key: 'gender', label: 'Gender', type: 'string', placeholder: 'female' },
  {
    ...tagsField,
    label: 'Add Tags',
    helpText:
      'Added to the tags that the contact has. Choose tags, or type names; several in one line are separated by commas or semicolons.',
  },
  {
    key: 'alwaysNew',
    label: 'Allow Duplicate',
    type: 'boolean',
    helpText:
      'Yes creates a second contact with the same e-mail address or phone number, if your sub-account allows duplicates. Leave it empty to update the one that exists.',
  },
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
      'Creates a contact, or updates the one with the same email or phone number. Fields you fill in replace the values of an existing contact; blank fields keep them. To leave an existing contact as it is, use the search that can create one.',
  },
  operation: {
    inputFields,
    perform,
    ...withCustomFields(savedContact),
  },
});
