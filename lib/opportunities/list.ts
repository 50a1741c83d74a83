import type { Bundle, ZObject } from 'zapier-platform-core';

import { opportunityList } from '../../resources/opportunity.ts';
import { locationOf } from '../connection/location.ts';
import {
  read,
  searchOpportunities,
  type Opportunity,
  type OpportunityFilters,
  type PageRequest,
} from './opportunities.ts';

/** Opportunities as one text and as line items; undefined where there are none. */
export async function listOpportunities(
  z: ZObject,
  bundle: Bundle,
  filters: OpportunityFilters,
  request: PageRequest,
) {
  const { rows, total } = await searchOpportunities(z, bundle, filters, request);
  if (rows.length === 0) return undefined;
  const opportunities = await read(z, bundle, rows);
  return opportunityList.parse({
    id: locationOf(bundle),
    digest: opportunities.map(lineOf).join('\n'),
    count: opportunities.length,
    total,
    hasMore: total > opportunities.length,
    totalValue: cents(opportunities) / 100,
    opportunities,
  });
}

/** The sum in hundredths: sums of fractions are inexact. */
function cents(opportunities: readonly Opportunity[]): number {
  return opportunities.reduce(
    (sum, { monetaryValue }) => sum + Math.round((monetaryValue ?? 0) * 100),
    0,
  );
}

function lineOf({
  name,
  monetaryValue,
  stageName,
  pipelineName,
  status,
  contactName,
}: Opportunity): string {
  const stage = stageName && pipelineName ? `${stageName} (${pipelineName})` : stageName;
  const parts = [monetaryValue, stage, status, contactName].filter((part) => part !== null);
  return `${name ?? 'Opportunity without a name'}: ${parts.join(', ')}`;
}
