import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { top } from '../http/top.ts';
import {
  anything,
  between,
  boolean,
  booleanText,
  listOf,
  nested,
  number,
  numberText,
  oneOf,
  type Reader,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { type Opportunity, OPPORTUNITY_STATUSES } from '../state/opportunities.ts';
import { opportunityRow } from './opportunity-views.ts';
import { FILTERS, order, PAGED_RESULTS, passes, SORT, type Sort } from './search-filters.ts';
import { fullName } from './views.ts';

const READ = { access: { scope: 'opportunities.readonly' } };

const NEWEST: Sort[] = [{ field: 'date_added', direction: 'desc' }];

/** Characters of a search text at most. */
const LONGEST_QUERY = 75;

function textMatches(sandbox: Sandbox, opportunity: Opportunity, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const contact = sandbox.store.contacts.get(opportunity.contactId);
  return [
    opportunity.name,
    contact && fullName(contact),
    contact?.email,
    contact?.phone,
    contact?.companyName,
  ].some((text) => text?.toLowerCase().includes(wanted));
}

/** The value behind a filter's or sort's field; dates as milliseconds. */
function fieldOf(sandbox: Sandbox, opportunity: Opportunity, field: string): unknown {
  const contact = sandbox.store.contacts.get(opportunity.contactId);
  if (field.startsWith('custom_fields.')) {
    const wanted = field.slice('custom_fields.'.length);
    return opportunity.customFields.find(({ id }) => id === wanted)?.value;
  }
  switch (field) {
    case 'id':
    case 'name':
    case 'status':
    case 'source':
    case 'followers':
      return opportunity[field];
    case 'monetary_value':
      return opportunity.monetaryValue ?? 0;
    case 'pipeline_id':
      return opportunity.pipelineId;
    case 'pipeline_stage_id':
      return opportunity.pipelineStageId;
    case 'lost_reason_id':
      return opportunity.lostReasonId;
    case 'assigned_to':
      return opportunity.assignedTo;
    case 'contact_id':
      return opportunity.contactId;
    case 'contact_name':
      return contact && fullName(contact);
    case 'company_name':
      return contact?.companyName;
    case 'email':
      return contact?.email;
    case 'phone':
      return contact?.phone;
    case 'date_added':
      return opportunity.dateAdded;
    case 'date_updated':
      return opportunity.dateUpdated;
    case 'last_status_change_date':
      return opportunity.lastStatusChangeAt;
    case 'last_stage_change_date':
      return opportunity.lastStageChangeAt;
    default:
      throw badRequest(`Invalid filter field: ${field}`);
  }
}

/** A day as `mm-dd-yyyy`; in milliseconds. */
const day: Reader<number> = (value, name, problems) => {
  const parts = typeof value === 'string' ? /^(\d\d)-(\d\d)-(\d{4})$/.exec(value) : null;
  const at = parts ? Date.UTC(Number(parts[3]), Number(parts[1]) - 1, Number(parts[2])) : NaN;
  if (!Number.isNaN(at)) return at;
  problems.push(`${name} must be a date in the format mm-dd-yyyy`);
  return undefined;
};

const DAY_MS = 86_400_000;

/** The two ways in which `order` was seen; others are taken for the newest first. */
const ORDERS: Readonly<Record<string, Sort[]>> = {
  added_asc: [{ field: 'date_added', direction: 'asc' }],
  added_desc: NEWEST,
};

/** The two searches of opportunities: the old one over a query, the newer one over a body. */
export function opportunitySearchRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const read = (opportunity: Opportunity, field: string): unknown =>
    fieldOf(sandbox, opportunity, field);
  const inLocation = (locationId: string, keep: (one: Opportunity) => boolean): Opportunity[] =>
    sandbox.store.opportunities.filter(
      (one) => one.locationId === locationId && keep(one) && sandbox.lag.finds(one),
    );

  app.get('/opportunities/search', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      { location_id: string },
      {
        q: string,
        pipeline_id: string,
        pipeline_stage_id: string,
        contact_id: string,
        status: oneOf([...OPPORTUNITY_STATUSES, 'all']),
        assigned_to: string,
        campaignId: string,
        id: string,
        order: string,
        date: day,
        endDate: day,
        country: string,
        startAfter: numberText,
        startAfterId: string,
        page: between(1, Number.MAX_SAFE_INTEGER, numberText),
        limit: between(1, 100, numberText),
        getTasks: booleanText,
        getNotes: booleanText,
        getCalendarEvents: booleanText,
      },
    );
    requireLocation(request, query.location_id);
    const { page = 1, limit = 20, q = '', status = 'all' } = query;
    const is = (wanted: string | undefined, found: string | undefined): boolean =>
      wanted === undefined || wanted === found;
    const sorts = ORDERS[query.order ?? ''] ?? NEWEST;
    const all = inLocation(
      query.location_id,
      (one) =>
        (status === 'all' || status === one.status) &&
        is(query.pipeline_id, one.pipelineId) &&
        is(query.pipeline_stage_id, one.pipelineStageId) &&
        is(query.contact_id, one.contactId) &&
        is(query.assigned_to, one.assignedTo) &&
        is(query.id, one.id) &&
        query.campaignId === undefined &&
        (query.date === undefined || one.dateAdded >= query.date) &&
        (query.endDate === undefined || one.dateAdded < query.endDate + DAY_MS) &&
        (q === '' || textMatches(sandbox, one, q)),
    ).sort((a, b) => order(a, b, sorts, read));
    const after = all.findIndex(({ id }) => id === query.startAfterId);
    const start = query.startAfterId === undefined ? (page - 1) * limit : after + 1;
    const rows = all.slice(start, start + limit);
    const last = rows[rows.length - 1];
    const more = start + limit < all.length;
    const details = {
      notes: query.getNotes,
      tasks: query.getTasks,
      calendarEvents: query.getCalendarEvents,
    };
    return {
      opportunities: rows.map((one) => opportunityRow(sandbox, one, details)),
      meta: {
        total: all.length,
        nextPageUrl: more
          ? `http://services.leadconnectorhq.com/opportunities/search?page=${String(page + 1)}`
          : null,
        startAfterId: last?.id ?? null,
        startAfter: last?.dateAdded ?? null,
        currentPage: page,
        nextPage: more ? page + 1 : null,
        prevPage: page > 1 ? page - 1 : null,
      },
      aggregations: {},
    };
  });

  app.post('/opportunities/search', { config: READ }, (request, reply) => {
    const body = readBody(
      request.body,
      { locationId: string, limit: between(1, 500, number) },
      {
        query: string,
        page: between(1, Number.MAX_SAFE_INTEGER, number),
        searchAfter: listOf(anything),
        filters: FILTERS,
        sort: SORT,
        additionalDetails: nested(
          {},
          {
            notes: boolean,
            tasks: boolean,
            calendarEvents: boolean,
            unReadConversations: boolean,
          },
        ),
      },
    );
    requireLocation(request, body.locationId);
    const { limit, page = 1, query = '', filters = [], sort: sorts = NEWEST } = body;
    const { searchAfter } = body;
    if (query.length > LONGEST_QUERY) {
      throw badRequest(`query must not be longer than ${String(LONGEST_QUERY)} characters`);
    }
    const continued = searchAfter !== undefined && searchAfter.length > 0;
    if (page * limit > PAGED_RESULTS && !continued) {
      throw badRequest(`page and limit reach beyond ${String(PAGED_RESULTS)} results`);
    }
    const found = inLocation(
      body.locationId,
      (one) =>
        (query === '' || textMatches(sandbox, one, query)) &&
        filters.every((filter) => passes((field) => read(one, field), filter)),
    );
    let rest = found;
    let skip = (page - 1) * limit;
    if (continued) {
      const last = sandbox.store.opportunities.get(String(searchAfter[1]));
      if (!last) throw badRequest('searchAfter is not valid');
      rest = found.filter((one) => order(one, last, sorts, read) > 0);
      skip = 0;
    }
    const rows = top(rest, (a, b) => order(a, b, sorts, read), skip + limit).slice(skip);
    void reply.code(201);
    return {
      opportunities: rows.map((one): Json =>
        opportunityRow(sandbox, one, body.additionalDetails ?? {}),
      ),
      total: found.length,
      aggregations: {},
    };
  });
}
