import { contactChoices } from '../../lib/contacts/choices.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('contact_list', 'Contact', contactChoices);
