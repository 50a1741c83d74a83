import type { Bundle, ZObject } from 'zapier-platform-core';

import { toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { timezoneOf } from '../connection/location_facts.ts';
import { send } from '../http/client.ts';
import { withOffset } from '../inputs/local_time.ts';
import { checkTimes } from './times.ts';

/** Time to block: of a calendar or of a user. */
export interface TimeToBlock {
  calendarId?: string;
  assignedUserId?: string;
  title?: string;
  /** ISO 8601 */
  startTime: string;
  endTime: string;
}

/** Blocks time off. @throws errors.Error when it would end before it begins. @returns HighLevel's answer */
export async function blockTime(
  z: ZObject,
  bundle: Bundle,
  { calendarId, assignedUserId, title, startTime, endTime }: TimeToBlock,
): Promise<RawRecord> {
  const timezone = await timezoneOf(z, bundle);
  checkTimes({ startTime, endTime }, timezone);
  const { data } = await send(z, {
    method: 'POST',
    url: '/calendars/events/block-slots',
    body: {
      locationId: locationOf(bundle),
      calendarId,
      assignedUserId,
      title,
      startTime: withOffset(startTime, timezone),
      endTime: withOffset(endTime, timezone),
    },
  });
  return toRecord(data);
}
