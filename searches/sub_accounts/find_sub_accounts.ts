import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { readCompanyId } from '../../lib/connection/company.ts';
import { defineForConnection } from '../../lib/operations/sub_account_field.ts';
import { listSubAccounts } from '../../lib/sub_accounts/find.ts';
import { subAccountList } from '../../resources/sub_account.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText: 'Optional. Finds only the sub-accounts whose name contains this.',
  },
  {
    key: 'all',
    label: 'Include Those Without the App',
    type: 'boolean',
    helpText:
      'Yes also finds sub-accounts in which the app is not installed. Other steps cannot work in those. Leave blank for only those with the app.',
  },
]);

export const perform = (async (z, bundle) => {
  const { subAccounts, count } = await listSubAccounts(z, bundle, bundle.inputData);
  if (subAccounts.length === 0) return [];
  const names = subAccounts.map(({ name }) => name).join(', ');
  return [
    subAccountList.parse({ id: await readCompanyId(z, bundle), name: names, count, subAccounts }),
  ];
}) satisfies SearchPerform<typeof inputFields>;

export default defineForConnection(
  defineSearch({
    key: 'find_sub_accounts',
    noun: 'Sub-Account List',
    display: {
      label: 'Find Many Sub-Accounts',
      description:
        'Finds up to 500 sub-accounts of your agency, as line items: those in which the app is installed, or all of them. Needs a connection of the agency; one of a single sub-account finds only that one. Does not ask for a sub-account. If there are none, this step finds nothing. For one, use Find Sub-Account.',
    },
    operation: { inputFields, perform, ...subAccountList.output },
  }),
);
