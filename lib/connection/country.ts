import type { Bundle, ZObject } from 'zapier-platform-core';

import { location } from '../../resources/location.ts';
import { call } from '../http/client.ts';
import { path } from '../http/path.ts';
import { locationOf } from './location.ts';

const DAY_SECONDS = 86_400;

/**
 * The two letters of the sub-account's country, or null where it names none. One request a day:
 * Zapier's cache keeps it; without the cache, one each time.
 */
export async function countryOf(z: ZObject, bundle: Bundle): Promise<string | null> {
  const locationId = locationOf(bundle);
  const key = `country-${locationId}`;
  const known: unknown = await z.cache.get(key).catch(() => undefined);
  if (typeof known === 'string') return known;
  const { country } = await call(z, location, { url: path`/locations/${locationId}` });
  if (country !== null) await z.cache.set(key, country, DAY_SECONDS).catch(() => false);
  return country;
}
