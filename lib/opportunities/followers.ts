import type { Bundle, ZObject } from 'zapier-platform-core';

import { opportunityFollowers } from '../../resources/opportunity.ts';
import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';

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
  const { data } = await send(z, {
    method: change,
    url: path`/opportunities/${opportunityId}/followers`,
    body: { followers: [...new Set(followers)] },
    // Who follows already is not added twice.
    repeatable: true,
  });
  const answer = toRecord(data);
  return opportunityFollowers.parse({
    id: opportunityId,
    locationId: locationOf(bundle),
    followers: answer['followers'],
    changed: answer['followersAdded'] ?? answer['followersRemoved'],
  });
}
