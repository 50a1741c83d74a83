import { phoneNumberChoices } from '../../lib/dropdowns.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('phone_number_list', 'Phone Number', phoneNumberChoices);
