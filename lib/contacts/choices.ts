import { searchContacts } from './contacts.ts';
import { distinctNames, labelOf } from './names.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { choicePage } from '../operations/choices.ts';

/** Contacts, the latest first. https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const contactChoices: ChoiceSource = async (z, bundle, token = '1') => {
  const { contacts, next } = await searchContacts(z, bundle, {}, token);
  const personOf = distinctNames(contacts.map((entry) => ({ ...entry, contactId: entry.id })));
  const choices = contacts.map(({ id }) => {
    const { name, detail } = personOf(id);
    return { id, name: labelOf(name, [detail]) };
  });
  return choicePage(choices, next);
};
