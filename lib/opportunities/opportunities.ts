import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { opportunity } from '../../resources/opportunity.ts';
import { isRecord, toList, toNumber, toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { equalTo, inRange, type SearchFilter } from '../http/search_filters.ts';
import { GONE } from '../records/details.ts';
import { withNames } from './names.ts';

export type Opportunity = RecordOf<typeof opportunity>;

/** The opportunity with an ID as HighLevel sends it; undefined where it has none (any longer). */
export async function rawOpportunity(
  z: ZObject,
  opportunityId: string,
): Promise<RawRecord | undefined> {
  const { status, data } = await send(z, {
    url: path`/opportunities/${opportunityId}`,
    expected: GONE,
  });
  return GONE.includes(status) ? undefined : opportunityIn(data);
}

/** The opportunity in an answer, in or out of its wrapping. */
export function opportunityIn(data: unknown): RawRecord {
  const answer = toRecord(data);
  const { opportunity: inside } = answer;
  return isRecord(inside) ? inside : answer;
}

/** The opportunity with an ID, with the names of what it names by ID. */
export async function opportunityById(
  z: ZObject,
  bundle: Bundle,
  opportunityId: string,
): Promise<Opportunity | undefined> {
  const raw = await rawOpportunity(z, opportunityId);
  return raw && (await read(z, bundle, [raw]))[0];
}

/** The most characters of a search text. */
export const LONGEST_QUERY = 75;

/** What opportunities may be searched by. */
export interface OpportunityFilters {
  query?: string;
  contactId?: string;
  pipelineId?: string;
  pipelineStageId?: string;
  status?: string;
  assignedTo?: string;
  source?: string;
  lostReasonId?: string;
  customFieldId?: string;
  customFieldValue?: string;
  minimumValue?: number;
  maximumValue?: number;
  createdAfter?: string;
  createdBefore?: string;
  updatedAfter?: string;
  updatedBefore?: string;
}

/** What opportunities are sorted by: HighLevel's names. */
export type SortField =
  | 'date_added'
  | 'date_updated'
  | 'last_stage_change_date'
  | 'last_status_change_date'
  | 'monetary_value'
  | 'name';

/** Which part of what is found comes back. */
export interface PageRequest {
  limit: number;
  /** Counted from 1. */
  page?: number;
  sort?: SortField;
  direction?: 'asc' | 'desc';
}

/** A page of opportunities as HighLevel sends them, and how many there are on all pages. */
export interface FoundOpportunities {
  rows: RawRecord[];
  total: number;
}

/**
 * Opportunities of the sub-account, the latest first if not said otherwise. HighLevel's index lags some
 * seconds behind a write.
 */
export async function searchOpportunities(
  z: ZObject,
  bundle: Bundle,
  filters: OpportunityFilters,
  { limit, page = 1, sort = 'date_added', direction = 'desc' }: PageRequest,
): Promise<FoundOpportunities> {
  const { data } = await send(z, {
    method: 'POST',
    url: '/opportunities/search',
    body: {
      locationId: locationOf(bundle),
      query: filters.query,
      filters: filtersOf(filters),
      sort: [{ field: sort, direction }],
      limit,
      page,
    },
    repeatable: true,
  });
  const answer = toRecord(data);
  const rows = toList(answer['opportunities']).filter(isRecord);
  return { rows, total: toNumber(answer['total']) ?? rows.length };
}

/** Opportunities as steps return them, from what HighLevel sent. */
export async function read(
  z: ZObject,
  bundle: Bundle,
  raws: readonly RawRecord[],
): Promise<Opportunity[]> {
  const locationId = locationOf(bundle);
  const named = await withNames(z, bundle, raws);
  return named.map((raw) => opportunity.parse({ locationId, ...raw }));
}

/** HighLevel's filters, all of which have to fit. */
function filtersOf(filters: OpportunityFilters): SearchFilter[] | undefined {
  const { customFieldId, customFieldValue } = filters;
  const found = [
    ...equalTo({
      contact_id: filters.contactId,
      pipeline_id: filters.pipelineId,
      pipeline_stage_id: filters.pipelineStageId,
      status: filters.status,
      assigned_to: filters.assignedTo,
      source: filters.source,
      lost_reason_id: filters.lostReasonId,
      ...(customFieldId !== undefined && { [`custom_fields.${customFieldId}`]: customFieldValue }),
    }),
    ...inRange('monetary_value', filters.minimumValue, filters.maximumValue),
    ...inRange('date_added', filters.createdAfter, filters.createdBefore),
    ...inRange('date_updated', filters.updatedAfter, filters.updatedBefore),
  ];
  return found.length > 0 ? found : undefined;
}
