import type { Bundle, ZObject } from 'zapier-platform-core';

import { noneOf } from '../inputs/alternatives.ts';
import { readNews, type NewsList } from '../operations/polling.ts';
import { contactConditions, type ContactFilters } from './conditions.ts';
import { searchContacts, type Contact } from './contacts.ts';
import { contactSort } from './sorts.ts';

/** So many pages are read when all of them may be news: 2,000 contacts. */
const MOST_PAGES = 20;

/**
 * The contacts for which all filters hold, the last changed first: what a poll returns. Zapier starts
 * a Zap once for each contact, so that it is told of those that matched already when the Zap is turned
 * on.
 *
 * @throws errors.Error where no filter is filled in: that would be every contact that changes
 */
export async function matchedContacts(
  z: ZObject,
  bundle: Bundle,
  filters: ContactFilters,
): Promise<Contact[]> {
  if (Object.values(filters).every((value) => value === undefined)) {
    throw noneOf(['Search Text', 'Tags', 'Assigned User', 'another filter']);
  }
  const { body, holds } = await contactConditions(z, bundle, filters);
  const list: NewsList<Contact> = {
    name: ['matched contacts', filters],
    read: async (token = '1') => {
      const sort = [contactSort('updated')];
      const { contacts, next } = await searchContacts(z, bundle, { ...body, sort }, token);
      return { entries: contacts, next };
    },
    idOf: ({ id }) => id,
    dateOf: ({ dateUpdated, dateAdded }) => dateUpdated ?? dateAdded,
    mostPages: MOST_PAGES,
    toTheEnd: bundle.meta.isPopulatingDedupe,
  };
  return readNews(z, bundle, list, (entries) => entries.filter(holds));
}
