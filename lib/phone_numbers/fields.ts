import { choicesFrom, findByName } from '../operations/choices.ts';
import { phoneNumberChoices } from './phone_numbers.ts';

export const phoneNumberField = {
  key: 'fromNumber',
  label: 'From Number',
  type: 'string',
  choices: choicesFrom(phoneNumberChoices, findByName(phoneNumberChoices, 'phone number')),
  resource: 'phone_number',
  search: 'find_phone_number.id',
  meta: { kind: 'phone' },
  helpText: 'The phone number of your sub-account to use. Leave blank for the default number.',
} as const;
