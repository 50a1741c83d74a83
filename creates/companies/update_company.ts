import { defineCreate } from 'zapier-platform-core';

import { companies } from '../../lib/companies/companies.ts';
import { COMPANY_GROUPS, companyDetailFields, companyField } from '../../lib/companies/fields.ts';
import { company } from '../../resources/company.ts';

export default defineCreate({
  key: 'update_company',
  noun: 'Company',
  display: {
    label: 'Update Company',
    description: 'Changes the details of a company. Fields left blank stay as they are.',
  },
  operation: {
    inputFields: [
      { ...companyField, required: true },
      { key: 'name', label: 'Name', type: 'string' },
      ...companyDetailFields,
    ],
    inputFieldGroups: COMPANY_GROUPS,
    perform: (z, bundle) => {
      const { companyId, ...changes } = bundle.inputData;
      return companies.update(z, bundle, companyId, changes);
    },
    ...company.output,
  },
});
