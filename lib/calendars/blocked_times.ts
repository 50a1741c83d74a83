import type { Bundle, ZObject } from 'zapier-platform-core';

import { blockedTime } from '../../resources/blocked_time.ts';
import type { RecordOf } from '../../resources/define.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { send } from '../http/client.ts';
import { withOffset } from '../inputs/local_time.ts';
import { byStart, rawEventsAt, type AppointmentOwner, type Span } from './appointments.ts';
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

export type BlockedTime = RecordOf<typeof blockedTime>;

/** The blocked times of one owner that begin in a span, the earliest first. One request. */
export async function blockedTimesOf(
  z: ZObject,
  bundle: Bundle,
  owner: AppointmentOwner,
  span: Span,
): Promise<BlockedTime[]> {
  const raws = await rawEventsAt('/calendars/blocked-slots', z, bundle, owner, span);
  const locationId = locationOf(bundle);
  return raws.map((raw) => blockedTime.parse({ locationId, ...raw })).toSorted(byStart);
}
