import type { Bundle, ZObject } from 'zapier-platform-core';

import { location } from '../../resources/location.ts';
import { call } from '../http/client.ts';
import { path } from '../http/path.ts';
import { locationOf } from './location.ts';

const DAY_SECONDS = 86_400;

/**
 * What the sub-account says of itself, or null where it does not. One request a day: Zapier's cache
 * keeps it; without the cache, one each time.
 */
export async function factOf(
  z: ZObject,
  bundle: Bundle,
  fact: 'country' | 'timezone',
): Promise<string | null> {
  const locationId = locationOf(bundle);
  const key = `${fact}-${locationId}`;
  const known: unknown = await z.cache.get(key).catch(() => undefined);
  if (typeof known === 'string') return known;
  const { [fact]: found } = await call(z, location, { url: path`/locations/${locationId}` });
  if (found !== null) await z.cache.set(key, found, DAY_SECONDS).catch(() => false);
  return found;
}

/** The two letters of the sub-account's country, or null where it names none. */
export function countryOf(z: ZObject, bundle: Bundle): Promise<string | null> {
  return factOf(z, bundle, 'country');
}
