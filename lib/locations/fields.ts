import { choicesFrom } from '../operations/choices.ts';
import { tagChoices } from './tags.ts';

/** Tags by name, as a list; the dropdown offers those of the sub-account, and any text is taken. */
export const tagsField = {
  key: 'tags',
  label: 'Tags',
  type: 'string',
  list: true,
  meta: { kind: 'tag' },
  choices: choicesFrom(tagChoices),
  resource: 'tag',
  helpText:
    'Choose tags or type names, one per line or separated by commas or semicolons. HighLevel saves tags in lower case.',
} as const;

/** The tags to remove. */
export const removedTagsField = {
  ...tagsField,
  helpText:
    'Choose tags or type names, one per line or separated by commas or semicolons. Tags a contact does not have are ignored.',
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
