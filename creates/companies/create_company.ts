import { defineCreate } from 'zapier-platform-core';

import { companies } from '../../lib/companies/companies.ts';
import { COMPANY_GROUPS, companyDetailFields } from '../../lib/companies/fields.ts';
import { company } from '../../resources/company.ts';

export default defineCreate({
  key: 'create_company',
  noun: 'Company',
  display: {
    label: 'Create Company',
    description:
      'Creates a company, even if one with the same name exists. To avoid that, use Find or Create Company.',
  },
  operation: {
    inputFields: [
      { key: 'name', label: 'Name', type: 'string', required: true },
      ...companyDetailFields,
    ],
    inputFieldGroups: COMPANY_GROUPS,
    perform: (z, bundle) => companies.create(z, bundle, bundle.inputData),
    ...company.output,
  },
});
