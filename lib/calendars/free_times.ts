import type { ZObject } from 'zapier-platform-core';

import { isRecord, toRecord, toTexts } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import type { Span } from './appointments.ts';
import { DAY_MS } from '../inputs/days.ts';

/** HighLevel searches at most so many days at once. */
export const MOST_DAYS = 31;

/** Which free times are wanted. */
export interface FreeTimesQuery extends Span {
  calendarId: string;
  userId?: string | undefined;
  /** In which the times are written; that of the sub-account without it. */
  timezone?: string | undefined;
}

/**
 * The times at which a calendar can be booked, the earliest first, as HighLevel writes them: with an
 * offset. A booking is refused for the same moment in UTC.
 */
export async function freeTimes(
  z: ZObject,
  { calendarId, userId, timezone, from, until }: FreeTimesQuery,
): Promise<string[]> {
  const { data } = await send(z, {
    url: path`/calendars/${calendarId}/free-slots`,
    params: {
      startDate: from,
      endDate: Math.min(until, from + MOST_DAYS * DAY_MS),
      timezone,
      userId,
    },
  });
  // By day; beside the days stands the ID of the request, which is no object.
  const days = Object.values(toRecord(data)).filter(isRecord);
  return days
    .flatMap(({ slots }) => toTexts(slots))
    .filter((slot) => Date.parse(slot) >= from && Date.parse(slot) < until)
    .toSorted((one, other) => Date.parse(one) - Date.parse(other));
}
