import { defineAgencyListTrigger } from '../../lib/operations/list_trigger.ts';
import { agencyOrSubAccount } from '../../lib/sub_accounts/choices.ts';

export default defineAgencyListTrigger(
  'api_sub_account_list',
  'Agency or Sub-Account',
  agencyOrSubAccount,
);
