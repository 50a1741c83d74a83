import type { Bundle, ZObject } from 'zapier-platform-core';

import { location } from '../../resources/location.ts';
import { toNumber, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { call, send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { DAY_MS } from '../inputs/days.ts';
import { localTime } from '../inputs/local_time.ts';
import { altOf } from '../records/records.ts';
import { GONE } from '../records/details.ts';

/** What a sub-account's settings say of the invoices or estimates that it writes. */
export interface BillSettings {
  businessDetails: RawRecord;
  title: string | undefined;
  terms: string | undefined;
  /** How many days after its issue a bill is due, or expires. */
  days: number;
}

const KEYS = {
  invoice: { title: 'title', terms: 'termsNote', days: 'dueAfterXDays' },
  estimate: {
    title: 'estimatesTitle',
    terms: 'estimatesTermsNote',
    days: 'estimatesExpireAfterXDays',
  },
} as const;

/** Where the settings do not say: HighLevel's own default. */
const DAYS = 30;

/** The settings of a sub-account, one request, and one more where they do not say whose bill it is. */
export async function settingsOf(
  z: ZObject,
  bundle: Bundle,
  kind: 'invoice' | 'estimate',
): Promise<BillSettings> {
  const { status, data } = await send(z, {
    url: '/invoices/settings',
    params: altOf(bundle),
    expected: GONE,
  });
  const settings = status < 400 ? toRecord(data) : {};
  const { title, terms, days } = KEYS[kind];
  return {
    businessDetails: await businessIn(z, bundle, settings),
    title: toText(settings[title]) ?? undefined,
    terms: toText(settings[terms]) ?? undefined,
    days: toNumber(settings[days]) ?? DAYS,
  };
}

const BUSINESS_KEYS = ['logoUrl', 'name', 'phoneNo', 'address', 'website', 'customValues'];

/** Whose bill it is: HighLevel demands it, and refuses keys that it does not know. */
async function businessIn(z: ZObject, bundle: Bundle, settings: RawRecord): Promise<RawRecord> {
  const business = toRecord(settings['businessDetails']);
  if (toText(business['name']) !== null) {
    return Object.fromEntries(
      Object.entries(business).filter(([key]) => BUSINESS_KEYS.includes(key)),
    );
  }
  const place = await call(z, location, { url: path`/locations/${locationOf(bundle)}` });
  return withoutGaps({
    name: place.name,
    phoneNo: place.phone,
    website: place.website,
    address: withoutGaps({
      addressLine1: place.address,
      city: place.city,
      state: place.state,
      countryCode: place.country,
      postalCode: place.postalCode,
    }),
  });
}

/** Today on the clocks of the sub-account. */
export async function todayOf(z: ZObject, bundle: Bundle): Promise<string> {
  return localTime(new Date().toISOString(), await timezoneOf(z, bundle)).slice(0, 10);
}

/** A day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
