import { defineCreate } from 'zapier-platform-core';

import { companies } from '../../lib/companies/companies.ts';
import { companyField } from '../../lib/companies/fields.ts';
import { removedCompany } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_company',
  noun: 'Company',
  display: {
    label: 'Delete Company',
    description: 'Deletes a company. Its contacts stay. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...companyField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the company for everyone in your sub-account.** Its contacts stay. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { companyId } = bundle.inputData;
      await companies.delete(z, bundle, companyId);
      return removedCompany.parse({ id: companyId, deleted: true });
    },
    ...removedCompany.output,
  },
});
