import { defineCreate } from 'zapier-platform-core';

import { removeFromCompany } from '../../lib/companies/members.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { companyContact } from '../../resources/company.ts';

export default defineCreate({
  key: 'remove_contact_from_company',
  noun: 'Contact',
  display: {
    label: 'Remove Contact from Company',
    description: 'Removes a contact from its company. Both of them stay.',
  },
  operation: {
    inputFields: [{ ...contactField, required: true }],
    perform: (z, bundle) => removeFromCompany(z, bundle, bundle.inputData.contactId),
    ...companyContact.outputOf({ isInCompany: false, companyId: null, companyName: null }),
  },
});
