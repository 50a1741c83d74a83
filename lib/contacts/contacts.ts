import type { Bundle, ZObject } from 'zapier-platform-core';

import { contact } from '../../resources/contact.ts';
import type { RecordOf } from '../../resources/define.ts';
import { isRecord } from '../../resources/values.ts';
import { path } from '../http/path.ts';
import { recordAt } from '../records/details.ts';
import { locationOf } from '../connection/location.ts';
import { callList, send } from '../http/client.ts';

export type Contact = RecordOf<typeof contact>;

/** Fields that may be filled in together: the email address is tried first, then the number. */
export const EMAIL_AND_PHONE = ['Email Address', 'Phone Number'];

/** The ways to name a contact; one of them at a time, but for email address and phone number. */
export interface ContactCriteria {
  contactId?: string;
  email?: string;
  /** E.164, or the last digits of a number. */
  phone?: string;
  query?: string;
}

/** A page of contacts and the token of the next one. */
export interface ContactPage {
  contacts: Contact[];
  next: string | null;
}

/** HighLevel returns so many contacts at once. */
export const CONTACTS_PAGE = 100;

/**
 * Contacts by id, email address, phone number or text, in one request; with both an address and a
 * number, by the number where nobody has the address.
 *
 * @param token the token of a page that this function gave before
 */
export async function findContacts(
  z: ZObject,
  bundle: Bundle,
  criteria: ContactCriteria,
  token = '1',
): Promise<ContactPage> {
  const { contactId, email, phone, query } = criteria;
  if (contactId) return only(await contactById(z, contactId));
  if (email) {
    const found = await contactByKey(z, bundle, { email });
    if (found || !phone) return only(found);
  }
  if (phone) return findByPhone(z, bundle, phone, token);
  return searchContacts(z, bundle, { query }, token);
}

/** The contact with an id, or undefined where HighLevel has none. */
export function contactById(z: ZObject, contactId: string): Promise<Contact | undefined> {
  return recordAt(z, contact, path`/contacts/${contactId}`);
}

/** A whole number, with its plus, is looked up; of last digits, numbers that end in them are searched. */
async function findByPhone(
  z: ZObject,
  bundle: Bundle,
  digits: string,
  token: string,
): Promise<ContactPage> {
  if (digits.startsWith('+')) return only(await contactByKey(z, bundle, { number: digits }));
  const filters = [{ field: 'phone', operator: 'contains', value: digits }];
  const page = await searchContacts(z, bundle, { filters }, token);
  return { ...page, contacts: page.contacts.filter((entry) => entry.phone?.endsWith(digits)) };
}

/**
 * All contacts with an email address or a phone number. HighLevel's search knows a contact some
 * seconds after it was created; its look-up of duplicates knows it at once, and one of each only.
 *
 * @param key a phone number in E.164
 */
export async function contactsWith(
  z: ZObject,
  bundle: Bundle,
  key: { email: string } | { phone: string },
): Promise<Contact[]> {
  const [field, value] = 'email' in key ? ['email', key.email] : ['phone', key.phone];
  const filters = [{ field, operator: 'eq', value }];
  const { contacts } = await searchContacts(z, bundle, { filters }, '1');
  if (contacts.length > 0) return contacts;
  const found = await contactByKey(z, bundle, 'email' in key ? key : { number: key.phone });
  return found ? [found] : [];
}

async function contactByKey(
  z: ZObject,
  bundle: Bundle,
  key: { email: string } | { number: string },
): Promise<Contact | undefined> {
  const { data } = await send(z, {
    url: '/contacts/search/duplicate',
    params: { locationId: locationOf(bundle), ...key },
  });
  const found = isRecord(data) ? data['contact'] : undefined;
  return isRecord(found) ? contact.parse(found) : undefined;
}

/** A page of a search. @param body its filters and order */
export async function searchContacts(
  z: ZObject,
  bundle: Bundle,
  body: Record<string, unknown>,
  token: string,
): Promise<ContactPage> {
  const contacts = await callList(z, contact, 'contacts', {
    method: 'POST',
    url: '/contacts/search',
    body: {
      locationId: locationOf(bundle),
      pageLimit: CONTACTS_PAGE,
      page: Number(token),
      ...body,
    },
    repeatable: true,
  });
  const next = contacts.length === CONTACTS_PAGE ? String(Number(token) + 1) : null;
  return { contacts, next };
}

function only(found: Contact | undefined): ContactPage {
  return { contacts: found ? [found] : [], next: null };
}
