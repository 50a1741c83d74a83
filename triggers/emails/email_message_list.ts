import { defineListTrigger } from '../../lib/operations/list_trigger.ts';
import { emailMessageChoices } from '../../lib/messages/choices.ts';

export default defineListTrigger('email_message_list', 'Email Message', emailMessageChoices);
