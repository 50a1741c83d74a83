import type { Bundle, ZObject } from 'zapier-platform-core';

import { sharedAmong } from '../operations/choices.ts';
import { contactsByIds } from './by_ids.ts';

/** What a dropdown knows of a contact; a conversation's row says it too. */
export interface Person {
  contactId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  companyName?: string | null;
}

/** How a dropdown shows a contact. */
export interface PersonName {
  name: string;
  /** Email or phone, where another contact has the same name. */
  detail: string | null;
}

const UNNAMED: PersonName = { name: 'Contact without a name', detail: null };

/** A name, and in parentheses what tells it from others. */
export function labelOf(name: string, details: readonly (string | null | undefined)[]): string {
  const known = details.filter(Boolean);
  return known.length > 0 ? `${name} (${known.join(', ')})` : name;
}

/** The names of contacts, by their IDs: those of one name get their email or phone too. */
export function distinctNames(people: readonly Person[]): (contactId: string | null) => PersonName {
  const named = new Map(people.filter(hasName).map((person) => [person.contactId, person]));
  const isShared = sharedAmong([...named.values()].map(nameOf));
  return (contactId) => {
    const person = named.get(contactId);
    if (!person) return UNNAMED;
    const name = nameOf(person);
    const detail = person.email ?? person.phone;
    return { name, detail: isShared(name) && detail !== name ? detail : null };
  };
}

/**
 * The same for contacts of which some names are not known: those are asked for, in one request.
 *
 * @param people whose names an answer had already
 * @param contactIds the contacts that will be shown
 */
export async function namesFor(
  z: ZObject,
  bundle: Bundle,
  people: readonly Person[],
  contactIds: readonly (string | null)[],
): Promise<(contactId: string | null) => PersonName> {
  const known = new Set(people.filter(hasName).map(({ contactId }) => contactId));
  const missing = [...new Set(contactIds)].flatMap((id) =>
    id === null || known.has(id) ? [] : [id],
  );
  const found = await contactsByIds(z, bundle, missing);
  return distinctNames([...people, ...found.map((one) => ({ ...one, contactId: one.id }))]);
}

function hasName({ name, email, phone, companyName }: Person): boolean {
  return Boolean(name ?? email ?? phone ?? companyName);
}

function nameOf({ name, email, phone, companyName }: Person): string {
  return name ?? email ?? phone ?? companyName ?? UNNAMED.name;
}
