import { defineAgencyListTrigger } from '../../lib/operations/list_trigger.ts';
import { subAccountChoices } from '../../lib/sub_accounts/choices.ts';

export default defineAgencyListTrigger('sub_account_list', 'Sub-Account', subAccountChoices);
