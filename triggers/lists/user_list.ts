import { userChoices } from '../../lib/dropdowns.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('user_list', 'User', userChoices);
