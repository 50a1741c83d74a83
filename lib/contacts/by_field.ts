import type { Bundle, ZObject } from 'zapier-platform-core';

import { countryOf } from '../connection/location_facts.ts';
import { readEmail } from '../inputs/emails.ts';
import { nationalReader, readPhone } from '../inputs/phone.ts';
import { nextPageWith } from '../operations/pages.ts';
import { contactsWith, searchContacts, type Contact, type ContactPage } from './contacts.ts';
import { conditionsFor, type FieldFilter } from './field_filter.ts';
import { contactSort, type ContactSort } from './sorts.ts';

export const fieldValueField = {
  key: 'value',
  label: 'Value',
  type: 'string',
  required: true,
  helpText:
    'The whole value of the field. Not case-sensitive. For a field with several choices, enter one of them.',
} as const;

/**
 * Contacts of which a field has exactly a value, in one request, and one more for a custom field.
 *
 * @param order which one comes first where several have it
 * @param token the token of a page that this function gave before
 */
export async function findByField(
  z: ZObject,
  bundle: Bundle,
  { order, ...wanted }: FieldFilter & { order?: string },
  token = '1',
): Promise<ContactPage> {
  const sort = contactSort(order);
  const reach = await keyOf(z, bundle, wanted);
  if (reach) {
    const contacts = await contactsWith(z, bundle, reach);
    return { contacts: contacts.toSorted(sortedBy(sort)), next: null };
  }
  const conditions = await conditionsFor(z, bundle, [{ ...wanted, label: fieldValueField.label }]);
  const filters = conditions.map(({ filter }) => filter);
  const read = async (page: string) => {
    const { contacts, next } = await searchContacts(z, bundle, { filters, sort: [sort] }, page);
    return { entries: contacts, next };
  };
  const { entries, next } = await nextPageWith(bundle, token, read, (entry) =>
    conditions.every(({ holds }) => holds(entry)),
  );
  return { contacts: entries, next };
}

/** An email or a phone number: HighLevel has a look-up of its own for them, which knows new contacts. */
async function keyOf(z: ZObject, bundle: Bundle, { field, value }: FieldFilter) {
  const { label } = fieldValueField;
  if (field === 'email') return { email: readEmail(value, label).toLowerCase() };
  if (field !== 'phone') return undefined;
  const { number } = readPhone(value, label);
  return { phone: number ?? nationalReader(await countryOf(z, bundle))(value, label) };
}

function sortedBy({ field, direction }: ContactSort) {
  const sign = direction === 'asc' ? 1 : -1;
  return (one: Contact, other: Contact) =>
    sign * (one[field] ?? '').localeCompare(other[field] ?? '');
}
