import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactFollowers } from '../../resources/followers.ts';
import { locationOf } from '../connection/location.ts';
import { path } from '../http/path.ts';
import { sendFollowers } from '../records/followers.ts';

/** Adds followers to a contact, or removes them. Twice is the same as once. */
export async function changeFollowers(
  z: ZObject,
  bundle: Bundle,
  method: 'POST' | 'DELETE',
  { contactId, followers }: { contactId: string; followers: readonly string[] },
) {
  const answer = await sendFollowers(z, method, path`/contacts/${contactId}/followers`, followers);
  return contactFollowers.parse({ ...answer, id: contactId, locationId: locationOf(bundle) });
}
