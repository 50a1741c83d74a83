import { phoneNumberChoices } from '../../lib/phone_numbers/phone_numbers.ts';
import { defineListTrigger } from '../../lib/operations/list_trigger.ts';

export default defineListTrigger('phone_number_list', 'Phone Number', phoneNumberChoices);
