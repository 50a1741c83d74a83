import type { Bundle, ZObject } from 'zapier-platform-core';

import { readNews, type NewsList } from '../operations/polling.ts';
import { companiesPage, LIMITS, type Company } from './companies.ts';

/**
 * The companies that a polling trigger returns, the newest first. HighLevel lists them in no order
 * that is documented: each poll reads all of them, 100 in a request.
 */
export function newCompanies(z: ZObject, bundle: Bundle): Promise<Company[]> {
  const list: NewsList<Company> = {
    name: ['companies'],
    read: async (token) => {
      const page = await companiesPage(z, bundle, token);
      return { entries: page.companies, next: page.next };
    },
    idOf: ({ id }) => id,
    dateOf: ({ createdAt }) => createdAt,
    mostPages: LIMITS.mostPages,
    toTheEnd: true,
  };
  return readNews(z, bundle, list, (entries) =>
    entries.toSorted((one, other) => (other.createdAt ?? '').localeCompare(one.createdAt ?? '')),
  );
}
