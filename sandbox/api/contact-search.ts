import type { FastifyInstance } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { badRequest } from '../http/errors.ts';
import { top } from '../http/top.ts';
import {
  anything,
  between,
  listOf,
  number,
  numberText,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Contact } from '../state/records.ts';
import { digits, toE164 } from './phone.ts';
import { FILTERS, order, PAGED_RESULTS, passes, SORT, type Sort } from './search-filters.ts';
import { contactDetail, contactRow, fullName } from './views.ts';

const READ = { access: { scope: 'contacts.readonly' } };

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

/** Fields of the documented filters that stand at another place of a contact. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  address: 'address1',
  contactName: 'fullNameLowerCase',
  activeWorkflows: 'workflows',
};

/** Documented fields of what this sandbox's contacts do not have. */
const NEVER_SET = [
  'finishedWorkflows',
  'isValidWhatsapp',
  'lastEmailClickedDate',
  'lastEmailOpenedDate',
  'validEmail',
];

/** The value behind a filter's or sort's field; dates as milliseconds. */
function fieldOf(sandbox: Sandbox, contact: Contact, field: string): unknown {
  if (field === 'dateAdded' || field === 'dateUpdated') return contact[field];
  if (field === 'opportunities') {
    return sandbox.store.opportunities.filter(({ contactId }) => contactId === contact.id);
  }
  if (field === 'lastAppointment') {
    const visits = sandbox.store.appointments.filter(({ contactId }) => contactId === contact.id);
    return visits.length > 0 ? Math.max(...visits.map(({ startTime }) => startTime)) : undefined;
  }
  const [name = '', key = '', inner] = field.split('.');
  if (name === 'customFields') return contact.customFields.find(({ id }) => id === key)?.value;
  if (name === 'dndSettings' && inner === 'status') {
    return Object.entries(contact.dndSettings).find(([channel]) => channel === key)?.[1]?.status;
  }
  if (field === 'inboundDndSettings.all.status') return contact.inboundDndSettings?.all.status;
  if (NEVER_SET.includes(field)) return undefined;
  if (field === 'businessName') {
    return sandbox.store.objectRecords.get(contact.businessId ?? '')?.properties.name;
  }
  const detail = { ...contactDetail(sandbox, contact), workflows: contact.workflows };
  const place = ELSEWHERE[field] ?? field;
  if (!(place in detail)) throw badRequest(`Invalid filter field: ${field}`);
  return Reflect.get(detail, place);
}

/** Finding contacts: the search with filters, the duplicate lookup, and the old list. */
export function contactSearchRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const read = (contact: Contact, field: string): unknown => fieldOf(sandbox, contact, field);
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
        filters: FILTERS,
        sort: SORT,
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
        filters.every((filter) => passes((field) => fieldOf(sandbox, contact, field), filter)) &&
        sandbox.lag.finds(contact),
    );
    let rest = found;
    let skip = (page - 1) * pageLimit;
    if (body.searchAfter) {
      const last = sandbox.store.contacts.get(String(body.searchAfter[1]));
      if (!last) throw badRequest('searchAfter is not valid');
      rest = found.filter((contact) => order(contact, last, sorts, read) > 0);
      skip = 0;
    }
    const rows = top(rest, (a, b) => order(a, b, sorts, read), skip + pageLimit).slice(skip);
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
        .sort((a, b) => order(a, b, sorts, read));
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
