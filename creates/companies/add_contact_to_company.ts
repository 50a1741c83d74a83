import { defineCreate } from 'zapier-platform-core';

import { companyField } from '../../lib/companies/fields.ts';
import { addToCompany } from '../../lib/companies/members.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { companyContact } from '../../resources/company.ts';

export default defineCreate({
  key: 'add_contact_to_company',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Company',
    description:
      'Adds a contact to a company. A contact belongs to one company: it leaves the one it was in.',
  },
  operation: {
    inputFields: [
      { ...contactField, required: true },
      { ...companyField, required: true },
    ],
    perform: (z, bundle) => addToCompany(z, bundle, bundle.inputData),
    ...companyContact.output,
  },
});
