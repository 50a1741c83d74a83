import type { Bundle, ZObject } from 'zapier-platform-core';

import { isNumbered, looksLikeNumber } from './numbers.ts';
import {
  estimatesLike,
  estimatesPage,
  type EstimateFilters,
  type EstimatePage,
} from './estimates.ts';
import { FIRST_OFFSET } from '../operations/pages.ts';

/** What an estimate is found by; all that is given must hold. */
export interface EstimateCriteria extends Omit<EstimateFilters, 'search'> {
  /** A number or part of a name. */
  query?: string;
}

/** A page of estimates. @param token the token of a page that this function gave before */
export async function findEstimates(
  z: ZObject,
  bundle: Bundle,
  { query, ...filters }: EstimateCriteria,
  token = FIRST_OFFSET,
): Promise<EstimatePage> {
  if (query !== undefined && token === FIRST_OFFSET && looksLikeNumber(query)) {
    const numbered = await estimatesLike(
      z,
      bundle,
      ({ number }) => isNumbered(number, query),
      filters,
    );
    if (numbered.length > 0) return { estimates: numbered, next: null };
  }
  return estimatesPage(z, bundle, { ...filters, search: query }, token);
}
