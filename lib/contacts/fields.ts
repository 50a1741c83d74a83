import { choicesFrom } from '../operations/choices.ts';
import { tagChoices } from '../locations/index.ts';
import { contactChoices } from './choices.ts';
import { contactNamed } from './find_named.ts';

/** Input fields that several operations share. `as const` keeps their keys in the inferred inputs. */

export const contactField = {
  key: 'contactId',
  label: 'Contact',
  type: 'string',
  choices: choicesFrom(contactChoices, contactNamed),
  resource: 'contact',
  search: 'find_contact.id',
  helpText:
    'Choose a contact, or map a contact ID, email address or phone number from an earlier step.',
} as const;

/** A tag that the contact of a record has, for filters. */
export const contactTagField = {
  key: 'tag',
  label: "Contact's Tag",
  type: 'string',
  meta: { kind: 'tag' },
  choices: choicesFrom(tagChoices),
  resource: 'tag',
} as const;

export const emailField = {
  key: 'email',
  label: 'Email Address',
  type: 'string',
  meta: { kind: 'email' },
  placeholder: 'anna@example.com',
} as const;

export const phoneField = {
  key: 'phone',
  label: 'Phone Number',
  type: 'string',
  meta: { kind: 'phone_ending' },
  placeholder: '+15550100123',
  helpText:
    'With its country code if you can, such as `+1 555 010 0123`. Without it, numbers that end in these digits are found; at least 6 digits.',
} as const;

/** A phone number for steps that write it. */
export const wholePhoneField = {
  ...phoneField,
  meta: { kind: 'phone' },
  helpText:
    'With its country code if you can, such as `+1 555 010 0123`. Without it, the country of your sub-account is used.',
} as const;

export const queryField = {
  key: 'query',
  label: 'Search Text',
  type: 'string',
  helpText: 'Words to look for, as in the search box of HighLevel.',
} as const;
