import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { EMAIL_AND_PHONE, findContacts } from '../../lib/contacts/contacts.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { contactField, queryField } from '../../lib/contacts/fields.ts';
import { emailField, phoneField } from '../../lib/inputs/reach_fields.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  {
    ...emailField,
    helpText:
      'Finds the contact with exactly this e-mail address. With "Phone Number" filled in too, the number is tried where nobody has the address.',
  },
  phoneField,
  {
    ...queryField,
    helpText: 'Finds contacts whose name, company, e-mail address or phone number holds this.',
  },
  {
    key: contactField.key,
    label: contactField.label,
    type: contactField.type,
    choices: contactField.choices,
    resource: contactField.resource,
    helpText: 'Finds this very contact, by the ID that another step gave.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, email, phone, query } = bundle.inputData;
  exactlyOne(
    {
      'Email Address': email,
      'Phone Number': phone,
      'Search Text': query,
      Contact: contactId,
    },
    { together: EMAIL_AND_PHONE },
  );
  const page = await findContacts(z, bundle, bundle.inputData, bundle.meta.paging_token);
  return { results: page.contacts, paging_token: page.next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_contact',
  noun: 'Contact',
  display: {
    label: 'Find Contact',
    description: 'Finds a contact by e-mail address, phone number or text.',
  },
  operation: {
    inputFields,
    perform,
    canPaginate: true,
    ...withCustomFields(contact),
  },
});
