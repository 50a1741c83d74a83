import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactFollowers } from '../../resources/followers.ts';
import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';

/** Adds followers to a contact, or removes them. Twice is the same as once. */
export async function changeFollowers(
  z: ZObject,
  bundle: Bundle,
  method: 'POST' | 'DELETE',
  { contactId, followers }: { contactId: string; followers: readonly string[] },
) {
  const { data } = await send(z, {
    method,
    url: path`/contacts/${contactId}/followers`,
    body: { followers },
    repeatable: true,
  });
  return contactFollowers.parse({
    ...toRecord(data),
    id: contactId,
    locationId: locationOf(bundle),
  });
}
