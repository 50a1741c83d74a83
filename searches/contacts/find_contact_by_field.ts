import { defineSearch } from 'zapier-platform-core';

import { fieldValueField, findByField } from '../../lib/contacts/by_field.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { contactFieldField } from '../../lib/contacts/field_filter.ts';
import { CONTACT_SORT_LABELS } from '../../lib/contacts/sorts.ts';
import { contact } from '../../resources/contact.ts';

export default defineSearch({
  key: 'find_contact_by_field',
  noun: 'Contact',
  display: {
    label: 'Find Contact by Field',
    description:
      'Finds a contact by the exact value of any standard or custom field. If several match, the first one is used unless you choose to return all. By email or phone number, use Find Contact.',
  },
  operation: {
    inputFields: [
      { ...contactFieldField, required: true },
      fieldValueField,
      {
        key: 'order',
        label: 'If Several Match',
        type: 'string',
        choices: CONTACT_SORT_LABELS,
        default: 'newest',
        helpText: 'Which contact comes first.',
      },
    ],
    perform: async (z, bundle) => {
      const { contacts, next } = await findByField(
        z,
        bundle,
        bundle.inputData,
        bundle.meta.paging_token,
      );
      return { results: contacts, paging_token: next };
    },
    canPaginate: true,
    ...withCustomFields(contact),
  },
});
