import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { contactList } from '../../resources/lists.ts';
import { equalTo, inRange } from '../http/search_filters.ts';
import { isSameName } from '../inputs/characters.ts';
import { readPeriod } from '../inputs/dates.ts';
import { DATE_HELP } from '../inputs/help.ts';
import { contactTagField } from '../locations/fields.ts';
import { inGroup } from '../operations/groups.ts';
import { pagesOf } from '../operations/pages.ts';
import { userField } from '../users/index.ts';
import { searchContacts, type Contact } from './contacts.ts';
import { queryField } from './fields.ts';

const createdAfter = {
  key: 'createdAfter',
  label: 'Created After',
  type: 'datetime',
  helpText: `Only contacts created at or after this time. ${DATE_HELP}`,
} as const;

const createdBefore = {
  key: 'createdBefore',
  label: 'Created Before',
  type: 'datetime',
  helpText: `Only contacts created at or before this time. ${DATE_HELP}`,
} as const;

const updatedAfter = {
  key: 'updatedAfter',
  label: 'Updated After',
  type: 'datetime',
  helpText: `Only contacts changed at or after this time. ${DATE_HELP}`,
} as const;

const updatedBefore = {
  key: 'updatedBefore',
  label: 'Updated Before',
  type: 'datetime',
  helpText: `Only contacts changed at or before this time. ${DATE_HELP}`,
} as const;

/** The headings of the form. */
export const CONTACT_LIST_GROUPS = {
  dates: { key: 'datesGroup', label: 'Dates' },
  details: { key: 'detailsGroup', label: 'Details' },
  amount: { key: 'amountGroup', label: 'Order and Limit' },
} as const;

/** By what many contacts are found, and how many. All that is filled in must hold. */
export const contactListFields = defineInputFields([
  queryField,
  {
    ...contactTagField,
    label: 'Tag',
    helpText: 'Only contacts with this tag. Leave blank for any.',
  },
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Only contacts assigned to this user. Leave blank for any.',
  },
  ...inGroup(CONTACT_LIST_GROUPS.dates, [createdAfter, createdBefore, updatedAfter, updatedBefore]),
  ...inGroup(CONTACT_LIST_GROUPS.details, [
    {
      key: 'source',
      label: 'Source',
      type: 'string',
      helpText: 'Only contacts with exactly this source, as HighLevel shows it.',
    },
    {
      key: 'doNotDisturb',
      label: 'Do Not Disturb',
      type: 'boolean',
      helpText: 'Yes finds contacts with do not disturb on. No finds the others.',
    },
    { key: 'companyName', label: 'Company', type: 'string', helpText: 'Exactly this company.' },
    { key: 'city', label: 'City', type: 'string', helpText: 'Exactly this city.' },
    { key: 'state', label: 'State', type: 'string', helpText: 'Exactly this state or region.' },
    {
      key: 'country',
      label: 'Country',
      type: 'string',
      meta: { kind: 'country' },
      helpText: 'A country by its two letters, such as `US`, or its name.',
    },
  ]),
  ...inGroup(CONTACT_LIST_GROUPS.amount, [
    {
      key: 'sort',
      label: 'Order',
      type: 'string',
      choices: {
        newest: 'Created last',
        oldest: 'Created first',
        updated: 'Changed last',
        untouched: 'Changed longest ago',
      },
      default: 'newest',
      helpText: 'Which contacts come first.',
    },
    {
      key: 'limit',
      label: 'Limit',
      type: 'integer',
      meta: { min: 1, max: 500 },
      default: '100',
      helpText: 'How many contacts to return, up to 500.',
    },
  ]),
]);

const SORTS: Readonly<Record<string, { field: string; direction: 'asc' | 'desc' }>> = {
  newest: { field: 'dateAdded', direction: 'desc' },
  oldest: { field: 'dateAdded', direction: 'asc' },
  updated: { field: 'dateUpdated', direction: 'desc' },
  untouched: { field: 'dateUpdated', direction: 'asc' },
};

/** What many contacts are found by, in the words of the input fields. Dates are ISO 8601. */
export interface ContactListInput {
  query?: string;
  tag?: string;
  assignedTo?: string;
  createdAfter?: string;
  createdBefore?: string;
  updatedAfter?: string;
  updatedBefore?: string;
  source?: string;
  doNotDisturb?: boolean;
  companyName?: string;
  city?: string;
  state?: string;
  country?: string;
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
  const { query, tag, sort = 'newest', limit = DEFAULT_LIMIT } = input;
  const filters = filtersOf(input, bundle.meta.timezone);
  const body = { query, sort: [SORTS[sort]], ...(filters.length > 0 && { filters }) };
  const found: Contact[] = [];
  let isEnd = false;
  const read = (token: string) => searchContacts(z, bundle, body, token);
  for await (const { contacts, next } of pagesOf(bundle, '1', read, LIMITS)) {
    // HighLevel's "contains" finds longer tags too.
    found.push(...contacts.filter(({ tags }) => !tag || tags.some((one) => isSameName(one, tag))));
    isEnd = next === null;
    if (found.length > limit) break;
  }
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

function filtersOf(input: ContactListInput, timezone: string | null | undefined) {
  const { tag, assignedTo, source, doNotDisturb, companyName, city, state, country } = input;
  const exact = { assignedTo, source, dnd: doNotDisturb, companyName, city, state, country };
  const created = readPeriod(
    { label: createdAfter.label, time: input.createdAfter },
    { label: createdBefore.label, time: input.createdBefore },
    timezone,
  );
  const updated = readPeriod(
    { label: updatedAfter.label, time: input.updatedAfter },
    { label: updatedBefore.label, time: input.updatedBefore },
    timezone,
  );
  return [
    ...(tag ? [{ field: 'tags', operator: 'contains', value: tag.toLowerCase() }] : []),
    ...equalTo(exact),
    ...inPeriod('dateAdded', created),
    ...inPeriod('dateUpdated', updated),
  ];
}

function inPeriod(
  field: string,
  { startDate, endDate }: { startDate: Date | undefined; endDate: Date | undefined },
) {
  return inRange(field, startDate?.toISOString(), endDate?.toISOString());
}

function summaryLine({ name, email, phone, companyName }: Contact): string {
  const words = [...new Set([name ?? companyName, email, phone])].filter(Boolean);
  return words.join(', ') || 'Contact without a name';
}
