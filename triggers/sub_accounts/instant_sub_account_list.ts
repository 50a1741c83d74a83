import { defineAgencyListTrigger } from '../../lib/operations/list_trigger.ts';
import { allOrOneSubAccount } from '../../lib/sub_accounts/choices.ts';

export default defineAgencyListTrigger(
  'instant_sub_account_list',
  'Agency Sub-Account',
  allOrOneSubAccount,
);
