import type { Bundle, ZObject } from 'zapier-platform-core';

import { isTimezone } from '../inputs/places.ts';
import { factOf } from './location_facts.ts';

/** The IANA name of the sub-account's time zone, such as `America/New_York`; UTC where it names none. */
export async function timezoneOf(z: ZObject, bundle: Bundle): Promise<string> {
  const timezone = await factOf(z, bundle, 'timezone');
  return timezone !== null && isTimezone(timezone) ? timezone : 'UTC';
}
