import { defineListTrigger } from '../../lib/list_trigger.ts';
import { emailMessageChoices } from '../../lib/message_choices.ts';

export default defineListTrigger('email_message_list', 'Email Message', emailMessageChoices);
