import { defineInputFields } from 'zapier-platform-core';

import { choicesFrom, findByName, type ChoiceSource } from '../operations/choices.ts';
import { links } from './links.ts';

const linkChoices: ChoiceSource = async (z, bundle) => {
  const all = await links.list(z, bundle);
  return { choices: all.map(({ id, name }) => ({ id, name: name ?? 'Link without a name' })) };
};

export const linkField = {
  key: 'linkId',
  label: 'Trigger Link',
  type: 'string',
  choices: choicesFrom(linkChoices, findByName(linkChoices, 'trigger link')),
  resource: 'link',
  search: 'find_trigger_link.id',
  helpText: 'Choose a trigger link, or map the ID or full name of one from an earlier step.',
} as const;

/** What a trigger link has. */
export const [linkNameField, redirectField] = defineInputFields([
  { key: 'name', label: 'Name', type: 'string' },
  {
    key: 'redirectTo',
    label: 'Redirect URL',
    type: 'string',
    meta: { kind: 'url' },
    placeholder: 'https://example.com/book',
    helpText: 'Where the link leads.',
  },
]);
