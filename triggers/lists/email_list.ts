import { defineListTrigger } from '../../lib/list_trigger.ts';
import { emailChoices } from '../../lib/message_choices.ts';

export default defineListTrigger('email_list', 'Email', emailChoices);
