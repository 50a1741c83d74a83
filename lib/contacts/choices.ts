import { contact } from '../../resources/contact.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import { distinctNames, labelOf } from './names.ts';
import { type ChoiceSource, PAGE_SIZE, pageOf } from '../operations/choices.ts';

/** Contacts, the latest first. https://marketplace.gohighlevel.com/docs/ghl/contacts/search-contacts-advanced */
export const contactChoices: ChoiceSource = async (z, bundle, token = '1') => {
  const contacts = await callList(z, contact, 'contacts', {
    method: 'POST',
    url: '/contacts/search',
    body: { locationId: locationOf(bundle), pageLimit: PAGE_SIZE, page: Number(token) },
    repeatable: true,
  });
  const personOf = distinctNames(contacts.map((entry) => ({ ...entry, contactId: entry.id })));
  const choices = contacts.map(({ id }) => {
    const { name, detail } = personOf(id);
    return { id, name: labelOf(name, [detail]) };
  });
  return pageOf(choices, String(Number(token) + 1));
};
