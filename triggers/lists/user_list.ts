import { userChoices } from '../../lib/dropdowns.ts';
import { defineListTrigger } from '../../lib/list_trigger.ts';

export default defineListTrigger('user_list', 'User', userChoices);
