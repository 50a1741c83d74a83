import { defineListTrigger } from '../../lib/operations/list_trigger.ts';
import { emailChoices } from '../../lib/messages/choices.ts';

export default defineListTrigger('email_list', 'Email', emailChoices);
