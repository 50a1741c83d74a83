import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { changedEstimate } from '../../resources/estimate.ts';
import { estimatesLike, type EstimateFilters } from './estimates.ts';

/**
 * The estimates with a status, those changed last first; without one, all but drafts. HighLevel has no
 * event for estimates: each poll reads the latest 500, 100 in a request.
 */
export async function changedEstimates(
  z: ZObject,
  bundle: Bundle,
  { status, contactId }: Pick<EstimateFilters, 'status' | 'contactId'>,
): Promise<RecordOf<typeof changedEstimate>[]> {
  const isWanted = (one: { status: string | null }) =>
    status === undefined ? one.status !== 'draft' : one.status === status;
  const found = await estimatesLike(z, bundle, isWanted, { status, contactId });
  return found.toSorted((one, other) => (other.updatedAt ?? '').localeCompare(one.updatedAt ?? ''));
}
