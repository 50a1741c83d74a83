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
      'The exact email address. If you also fill in "Phone Number", the number is used when no contact has this email.',
  },
  phoneField,
  {
    ...queryField,
    helpText: 'Part of the name, company, email or phone number.',
  },
  {
    key: contactField.key,
    label: contactField.label,
    type: contactField.type,
    choices: contactField.choices,
    resource: contactField.resource,
    helpText:
      'Instead of the fields above, an ID, email address or phone number from an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, email, phone, query } = bundle.inputData;
  exactlyOne(
    { 'Email Address': email, 'Phone Number': phone, 'Search Text': query, Contact: contactId },
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
    description:
      'Finds a contact by email, phone number or text, with custom fields. If several match, the first one is used unless you choose to return all. For another field, use Find Contact by Field. For a list with more filters, use Find Many Contacts.',
  },
  operation: {
    inputFields,
    perform,
    canPaginate: true,
    ...withCustomFields(contact),
  },
});
