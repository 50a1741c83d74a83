import type { Bundle, ZObject } from 'zapier-platform-core';

import { exactlyOne } from '../inputs/alternatives.ts';
import {
  opportunityById,
  read,
  searchOpportunities,
  type Opportunity,
  type OpportunityFilters,
} from './opportunities.ts';

const PAGE_SIZE = 100;

/** A page of opportunities and the token of the next one. */
export interface OpportunityPage {
  opportunities: Opportunity[];
  next: string | null;
}

/**
 * Opportunities by ID or by what a person says of them: of each page the open ones first, then the
 * latest.
 *
 * @param token the token of a page that this function gave before
 */
export async function findOpportunities(
  z: ZObject,
  bundle: Bundle,
  { opportunityId, ...filters }: OpportunityFilters & { opportunityId?: string },
  token = '1',
): Promise<OpportunityPage> {
  if (opportunityId !== undefined) {
    exactlyOne({
      Opportunity: opportunityId,
      'Search Text': filters.query,
      Contact: filters.contactId,
    });
    const found = await opportunityById(z, bundle, opportunityId);
    return { opportunities: found ? [found] : [], next: null };
  }
  const page = Number(token);
  const { rows } = await searchOpportunities(z, bundle, filters, { limit: PAGE_SIZE, page });
  const isOpen = ({ status }: Opportunity) => Number(status === 'open');
  const opportunities = (await read(z, bundle, rows)).toSorted(
    (one, other) => isOpen(other) - isOpen(one),
  );
  return { opportunities, next: rows.length === PAGE_SIZE ? String(page + 1) : null };
}
