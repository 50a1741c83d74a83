import { defineTrigger } from 'zapier-platform-core';

import { newCompanies } from '../../lib/companies/new_companies.ts';
import { company } from '../../resources/company.ts';

export default defineTrigger({
  key: 'new_company',
  noun: 'Company',
  display: {
    label: 'New Company',
    description:
      'Triggers when a company is created. Zapier checks every few minutes. Works if your sub-account has up to 1,000 companies.',
  },
  operation: { type: 'polling', perform: newCompanies, ...company.output },
});
