import { userChoices } from '../../lib/users/choices.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('user_list', 'User', userChoices);
