import type { Bundle, ZObject } from 'zapier-platform-core';

import { isSameName } from '../inputs/characters.ts';
import { readNews, type NewsList } from '../operations/polling.ts';
import { searchContacts, type Contact, type ContactPage } from './contacts.ts';
import { isFrom, type OriginFilters } from './origin.ts';

/** What new contacts may be asked for. */
export interface NewContactFilters extends OriginFilters {
  /** A tag's name, in any case. */
  tag?: string;
  /** A user's ID. */
  assignedTo?: string;
}

/** The latest contacts, the newest first, in one request. */
export async function newestContacts(
  z: ZObject,
  bundle: Bundle,
  filters: NewContactFilters,
): Promise<Contact[]> {
  const { contacts } = await newestPage(z, bundle, filters, '1');
  return withTag(contacts, filters.tag);
}

/** So many pages are read when all of them are news: 2,000 contacts. */
const MOST_PAGES = 20;

/** The contacts that a polling trigger returns, the newest first. */
export function newContacts(
  z: ZObject,
  bundle: Bundle,
  filters: NewContactFilters,
): Promise<Contact[]> {
  const list: NewsList<Contact> = {
    name: ['contacts', filters],
    read: async (token) => {
      const { contacts, next } = await newestPage(z, bundle, filters, token ?? '1');
      return { entries: contacts, next };
    },
    idOf: ({ id }) => id,
    dateOf: ({ dateAdded }) => dateAdded,
    mostPages: MOST_PAGES,
  };
  return readNews(z, bundle, list, (entries) =>
    withTag(entries, filters.tag).filter((entry) => isFrom(entry, filters)),
  );
}

function newestPage(
  z: ZObject,
  bundle: Bundle,
  { tag, assignedTo }: NewContactFilters,
  token: string,
): Promise<ContactPage> {
  const conditions = [
    ...(tag ? [{ field: 'tags', operator: 'contains', value: tag.toLowerCase() }] : []),
    ...(assignedTo ? [{ field: 'assignedTo', operator: 'eq', value: assignedTo }] : []),
  ];
  return searchContacts(
    z,
    bundle,
    {
      sort: [{ field: 'dateAdded', direction: 'desc' }],
      ...(conditions.length > 0 && { filters: conditions }),
    },
    token,
  );
}

/** HighLevel's "contains" finds longer tags too. */
function withTag(contacts: readonly Contact[], tag: string | undefined): Contact[] {
  return contacts.filter(
    (entry) => tag === undefined || entry.tags.some((one) => isSameName(one, tag)),
  );
}
