import { choicesFrom } from '../operations/choices.ts';
import { contactChoices } from './choices.ts';

/** Input fields that several operations share. `as const` keeps their keys in the inferred inputs. */

export const contactField = {
  key: 'contactId',
  label: 'Contact',
  type: 'string',
  choices: choicesFrom(contactChoices),
  resource: 'contact',
  search: 'find_contact.id',
  helpText: 'Choose a contact, or map the ID of one from an earlier step such as **Find Contact**.',
} as const;

export const emailField = {
  key: 'email',
  label: 'Email Address',
  type: 'string',
  placeholder: 'anna@example.com',
} as const;

export const phoneField = {
  key: 'phone',
  label: 'Phone Number',
  type: 'string',
  placeholder: '+15550100123',
  helpText:
    'With its country code if you can, such as `+1 555 010 0123`. Without it, numbers that end in these digits are found.',
} as const;

export const queryField = {
  key: 'query',
  label: 'Search Text',
  type: 'string',
  helpText: 'Words to look for, as in the search box of HighLevel.',
} as const;
