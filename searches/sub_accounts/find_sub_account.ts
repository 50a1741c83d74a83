import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { defineForConnection } from '../../lib/operations/sub_account_field.ts';
import { findSubAccounts } from '../../lib/sub_accounts/find.ts';
import { subAccount } from '../../resources/sub_account.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText:
      'The name of the sub-account or a part of it; an exact match comes first. Required if you connected an agency. If you connected one sub-account, leave blank to find that one.',
  },
]);

export const perform = ((z, bundle) =>
  findSubAccounts(z, bundle, bundle.inputData.name)) satisfies SearchPerform<typeof inputFields>;

export default defineForConnection(
  defineSearch({
    key: 'find_sub_account',
    noun: 'Sub-Account',
    display: {
      label: 'Find Sub-Account',
      description:
        'Finds a sub-account of your agency by name, or the one that you connected, with its address, time zone, owner and website. If you connected an agency, every step asks for the sub-account that it works in: map the ID found here, to run one Zap for several clients. For a list, use Find Many Sub-Accounts.',
    },
    operation: { inputFields, perform, ...subAccount.output },
  }),
);
