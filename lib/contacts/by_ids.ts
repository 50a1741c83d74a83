import type { Bundle, ZObject } from 'zapier-platform-core';

import { chunksOf } from '../operations/pages.ts';
import { CONTACTS_PAGE, searchContacts, type Contact } from './contacts.ts';

/** Contacts by their IDs, in one request for each 100; those that are gone are left out. */
export async function contactsByIds(
  z: ZObject,
  bundle: Bundle,
  contactIds: readonly string[],
): Promise<Contact[]> {
  const pages = await Promise.all(
    chunksOf(contactIds, CONTACTS_PAGE).map((ids) =>
      searchContacts(z, bundle, { filters: eitherOf(ids.map((value) => ['id', value])) }, '1'),
    ),
  );
  return pages.flatMap(({ contacts }) => contacts);
}

/** The condition that one of several fields has its value. */
export function eitherOf(keys: readonly (readonly [field: string, value: string])[]) {
  const filters = keys.map(([field, value]) => ({ field, operator: 'eq', value }));
  return [{ group: 'OR', filters }];
}
