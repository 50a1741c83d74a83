import type { FastifyInstance } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { top } from '../http/top.ts';
import {
  anything,
  between,
  listOf,
  nested,
  number,
  numberText,
  object,
  oneOf,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Contact } from '../state/records.ts';
import { digits, toE164 } from './phone.ts';
import { contactDetail, contactRow, fullName } from './views.ts';

const READ = { access: { scope: 'contacts.readonly' } };

/** HighLevel's search serves the first 10,000 results by page; beyond them `searchAfter` is needed. */
const PAGED_RESULTS = 10_000;

export function contactMatches(contact: Contact, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const texts = [
    fullName(contact),
    contact.email,
    contact.companyName,
    ...contact.additionalEmails,
  ];
  if (texts.some((text) => text?.toLowerCase().includes(wanted))) return true;
  const wantedDigits = digits(query);
  return wantedDigits.length >= 4 && digits(contact.phone ?? '').includes(wantedDigits);
}

/** The value behind a filter's or sort's field; dates as milliseconds. */
function fieldOf(sandbox: Sandbox, contact: Contact, field: string): unknown {
  if (field === 'dateAdded' || field === 'dateUpdated') return contact[field];
  if (field.startsWith('customFields.')) {
    return contact.customFields.find(({ id }) => id === field.slice('customFields.'.length))?.value;
  }
  const detail = contactDetail(sandbox, contact);
  if (field === 'contactName') return detail.fullNameLowerCase;
  if (!(field in detail)) throw badRequest(`Invalid filter field: ${field}`);
  return detail[field];
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value.toLowerCase() : JSON.stringify(value ?? '').toLowerCase();

const asNumber = (value: unknown): number =>
  typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : NaN;

function inRange(found: unknown, range: unknown): boolean {
  const bounds: Json = typeof range === 'object' && range !== null ? { ...range } : {};
  const value = asNumber(found);
  return (
    (bounds.gt === undefined || value > asNumber(bounds.gt)) &&
    (bounds.gte === undefined || value >= asNumber(bounds.gte)) &&
    (bounds.lt === undefined || value < asNumber(bounds.lt)) &&
    (bounds.lte === undefined || value <= asNumber(bounds.lte))
  );
}

function compareField(found: unknown, operator: string, wanted: unknown): boolean {
  const list: unknown[] = Array.isArray(found) ? found : [found];
  const wantedList: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const equals = (): boolean =>
    list.some((one) => wantedList.some((other) => asText(one) === asText(other)));
  const contains = (): boolean =>
    list.some((one) => wantedList.some((other) => asText(one).includes(asText(other))));
  const exists = found !== undefined && found !== null && found !== '' && list.length > 0;
  switch (operator) {
    case 'eq':
      return exists && equals();
    case 'not_eq':
      return !exists || !equals();
    case 'contains':
      return exists && contains();
    case 'not_contains':
      return !exists || !contains();
    case 'exists':
      return exists;
    case 'not_exists':
      return !exists;
    case 'range':
      return exists && inRange(found, wanted);
    default:
      throw badRequest(`Invalid filter operator: ${operator}`);
  }
}

function passes(sandbox: Sandbox, contact: Contact, filter: Json): boolean {
  if (typeof filter.group === 'string') {
    const inner: unknown[] = Array.isArray(filter.filters) ? filter.filters : [];
    const results = inner.map(
      (one) => typeof one === 'object' && one !== null && passes(sandbox, contact, { ...one }),
    );
    return filter.group === 'OR' ? results.some(Boolean) : results.every(Boolean);
  }
  if (typeof filter.field !== 'string' || typeof filter.operator !== 'string') {
    throw badRequest('Each filter needs field and operator');
  }
  return compareField(fieldOf(sandbox, contact, filter.field), filter.operator, filter.value);
}

interface Sort {
  field: string;
  direction: 'asc' | 'desc';
}

function order(sandbox: Sandbox, a: Contact, b: Contact, sorts: readonly Sort[]): number {
  for (const { field, direction } of sorts) {
    const sign = direction === 'asc' ? 1 : -1;
    const [left, right] = [fieldOf(sandbox, a, field), fieldOf(sandbox, b, field)];
    const difference =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : asText(left).localeCompare(asText(right));
    if (difference !== 0) return sign * difference;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Finding contacts: the search with filters, the duplicate lookup, and the old list. */
export function contactSearchRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const inLocation = (locationId: string): Contact[] =>
    sandbox.store.contacts.filter((contact) => contact.locationId === locationId);

  app.post('/contacts/search', { config: READ }, (request) => {
    const body = readBody(
      request.body,
      { locationId: string, pageLimit: between(1, 500, number) },
      {
        page: between(1, Number.MAX_SAFE_INTEGER, number),
        searchAfter: listOf(anything),
        query: string,
        filters: listOf(object),
        sort: listOf(nested({ field: string, direction: oneOf(['asc', 'desc']) }, {})),
      },
    );
    requireLocation(request, body.locationId);
    const { pageLimit, page = 1, filters = [], query = '' } = body;
    if (page * pageLimit > PAGED_RESULTS && !body.searchAfter) {
      throw badRequest(`page and pageLimit reach beyond ${String(PAGED_RESULTS)} results`);
    }
    const sorts: Sort[] = body.sort ?? [{ field: 'dateAdded', direction: 'desc' }];
    const found = inLocation(body.locationId).filter(
      (contact) =>
        (query === '' || contactMatches(contact, query)) &&
        filters.every((filter) => passes(sandbox, contact, filter)) &&
        sandbox.lag.finds(contact),
    );
    let rest = found;
    let skip = (page - 1) * pageLimit;
    if (body.searchAfter) {
      const last = sandbox.store.contacts.get(String(body.searchAfter[1]));
      if (!last) throw badRequest('searchAfter is not valid');
      rest = found.filter((contact) => order(sandbox, contact, last, sorts) > 0);
      skip = 0;
    }
    const rows = top(rest, (a, b) => order(sandbox, a, b, sorts), skip + pageLimit).slice(skip);
    return { contacts: rows.map((contact) => contactRow(sandbox, contact)), total: found.length };
  });

  app.get('/contacts/search/duplicate', { config: READ }, (request) => {
    const query = readLocationQuery(request, {}, { number: string, email: string });
    if (query.email === undefined && query.number === undefined) {
      throw badRequest('Please pass either email or number');
    }
    const all = inLocation(query.locationId);
    const email = query.email?.toLowerCase();
    const phone = query.number === undefined ? undefined : toE164(query.number);
    const byEmail =
      email === undefined
        ? undefined
        : all.find((one) =>
            [one.email, ...one.additionalEmails].some((own) => own?.toLowerCase() === email),
          );
    const byPhone =
      phone === undefined
        ? undefined
        : all.find((one) => [one.phone, ...one.additionalPhones].includes(phone));
    const contact = byEmail ?? byPhone;
    if (!contact || !sandbox.lag.finds(contact)) return { contact: null };
    return {
      contact: contactDetail(sandbox, contact),
      matchingField: byEmail ? 'email' : 'phone',
    };
  });

  app.get(
    '/contacts/',
    { config: { access: { scope: 'contacts.readonly', version: 'v2' } } },
    (request) => {
      const query = readLocationQuery(
        request,
        {},
        {
          startAfterId: string,
          startAfter: numberText,
          query: string,
          limit: between(1, 100, numberText),
        },
      );
      const sorts: Sort[] = [{ field: 'dateAdded', direction: 'desc' }];
      const all = inLocation(query.locationId)
        .filter(
          (contact) =>
            (query.query === undefined || contactMatches(contact, query.query)) &&
            sandbox.lag.finds(contact),
        )
        .sort((a, b) => order(sandbox, a, b, sorts));
      const after = all.findIndex(({ id }) => id === query.startAfterId);
      const rows = all.slice(after + 1, after + 1 + (query.limit ?? 20));
      const last = rows[rows.length - 1];
      return {
        contacts: rows.map((contact) => contactRow(sandbox, contact)),
        meta: {
          total: all.length,
          startAfterId: last?.id ?? null,
          startAfter: last?.dateAdded ?? null,
        },
      };
    },
  );
}
