import type { Bundle, ZObject } from 'zapier-platform-core';

import { opportunityFollowers } from '../../resources/opportunity.ts';
import { locationOf } from '../connection/location.ts';
import { path } from '../http/path.ts';
import { sendFollowers } from '../records/followers.ts';

/**
 * Adds or removes followers of an opportunity.
 *
 * @param change `POST` adds them, `DELETE` removes them
 */
export async function changeFollowers(
  z: ZObject,
  bundle: Bundle,
  change: 'POST' | 'DELETE',
  { opportunityId, followers }: { opportunityId: string; followers: string[] },
) {
  const url = path`/opportunities/${opportunityId}/followers`;
  const answer = await sendFollowers(z, change, url, [...new Set(followers)]);
  return opportunityFollowers.parse({
    id: opportunityId,
    locationId: locationOf(bundle),
    followers: answer['followers'],
    changed: answer['followersAdded'] ?? answer['followersRemoved'],
  });
}
