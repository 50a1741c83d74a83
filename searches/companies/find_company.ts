import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { companies, findCompanies } from '../../lib/companies/companies.ts';
import { companyField } from '../../lib/companies/fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { nameFields } from '../../lib/operations/by_name.ts';
import { emailField, phoneField } from '../../lib/inputs/reach_fields.ts';
import { company } from '../../resources/company.ts';

const inputFields = defineInputFields([
  ...nameFields('company'),
  emailField,
  phoneField,
  {
    key: 'website',
    label: 'Website',
    type: 'string',
    helpText: 'The website or part of it, such as `example.com`.',
  },
  {
    ...companyField,
    search: undefined,
    helpText: 'Instead of the fields above, a company from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  const { companyId, ...criteria } = bundle.inputData;
  const { name, email, phone, website } = criteria;
  exactlyOne(
    {
      Name: name,
      'Email Address': email,
      'Phone Number': phone,
      Website: website,
      Company: companyId,
    },
    { together: ['Name', 'Email Address', 'Phone Number', 'Website'] },
  );
  if (companyId !== undefined) {
    const found = await companies.get(z, bundle, companyId);
    return found ? [found] : [];
  }
  return findCompanies(z, bundle, criteria);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_company',
  noun: 'Company',
  display: {
    label: 'Find Company',
    description:
      'Finds a company by name, email address, phone number or website, among the first 1,000 of your sub-account. If you fill in several, all must match.',
  },
  operation: { inputFields, perform, ...company.output },
});
