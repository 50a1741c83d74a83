import type { RecordFinder } from '../inputs/finders.ts';
import { choicesFrom } from '../operations/choices.ts';
import { contactChoices } from './choices.ts';

/** Leaves what is no ID to the step, which looks many of them up at once. */
const asTyped: RecordFinder = (_z, _bundle, typed) => Promise.resolve(typed);

/** Many contacts, each by its ID, email address or phone number. */
export const manyContactsField = {
  key: 'contacts',
  label: 'Contacts',
  type: 'string',
  list: true,
  required: true,
  choices: choicesFrom(contactChoices, asTyped),
  resource: 'contact',
  helpText:
    'Up to 1,000. Choose contacts, or map contact IDs, email addresses or phone numbers: line items, one per line, or separated by commas.',
} as const;
