import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactList } from '../../resources/lists.ts';
import { gather } from '../operations/pages.ts';
import { contactConditions, type ContactFilters } from './conditions.ts';
import { searchContacts, type Contact } from './contacts.ts';
import { contactSort } from './sorts.ts';

/** Which contacts, in which order, and how many. */
export interface ContactListInput extends ContactFilters {
  sort?: string;
  limit?: number;
}

const DEFAULT_LIMIT = 100;

/** HighLevel lists 10,000 contacts by page; so many pages are looked through in one step. */
const LIMITS = { mostPages: 20, pageMs: 6_000 };

/**
 * Contacts for which all filters hold.
 *
 * @returns undefined where there is none
 */
export async function listContacts(z: ZObject, bundle: Bundle, input: ContactListInput) {
  const { sort, limit = DEFAULT_LIMIT } = input;
  const { body, holds } = await contactConditions(z, bundle, input);
  const read = (token: string) =>
    searchContacts(z, bundle, { ...body, sort: [contactSort(sort)] }, token);
  const { entries: found, isEnd } = await gather(
    bundle,
    '1',
    read,
    ({ contacts }) => contacts.filter(holds),
    { ...LIMITS, most: limit },
  );
  const rows = found.slice(0, limit);
  const [first] = rows;
  if (!first) return undefined;
  return contactList.parse({
    id: first.id,
    summary: rows.map(summaryLine).join('\n'),
    count: rows.length,
    hasMore: !isEnd || found.length > rows.length,
    contacts: rows.map((row) => ({ ...row, tags: row.tags.join(', ') })),
  });
}

function summaryLine({ name, email, phone, companyName }: Contact): string {
  const words = [...new Set([name ?? companyName, email, phone])].filter(Boolean);
  return words.join(', ') || 'Contact without a name';
}
