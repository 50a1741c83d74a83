import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { companyField } from '../../lib/companies/fields.ts';
import { contactsOf } from '../../lib/companies/members.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([{ ...companyField, required: true }]);

export const perform = (async (z, bundle) => {
  const { companyId } = bundle.inputData;
  const { contacts, next } = await contactsOf(z, bundle, companyId, bundle.meta.paging_token);
  return { results: contacts, paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_company_contacts',
  noun: 'Contact',
  display: {
    label: 'Find Company Contacts',
    description:
      'Finds the contacts of a company. If there are several, the first one is used unless you choose to return all.',
  },
  operation: { inputFields, perform, canPaginate: true, ...contact.output },
});
