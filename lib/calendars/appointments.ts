import type { Bundle, ZObject } from 'zapier-platform-core';

import { appointment, isDeletedAppointment } from '../../resources/appointment.ts';
import type { RecordOf } from '../../resources/define.ts';
import { timeInWords } from '../../resources/time_in_words.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { readDate } from '../inputs/dates.ts';
import { withOffset } from '../inputs/local_time.ts';
import { invalid } from '../inputs/refusal.ts';
import { GONE } from '../records/details.ts';
import { calendarsOf } from './calendars.ts';

export type Appointment = RecordOf<typeof appointment>;

/** The path of an appointment that is read or changed. */
export const appointmentPath = (id: string) => path`/calendars/events/appointments/${id}`;

/** The appointment with an ID, or undefined where HighLevel has none or it was deleted. */
export async function appointmentById(
  z: ZObject,
  bundle: Bundle,
  id: string,
): Promise<Appointment | undefined> {
  const { status, data } = await send(z, { url: appointmentPath(id), expected: GONE });
  if (status >= 400 || isDeletedAppointment(data)) return undefined;
  return readAppointment(data, bundle, await timezoneOf(z, bundle));
}

/**
 * An appointment whose local times are on the clocks of the sub-account, whatever offset HighLevel
 * wrote them with.
 */
export function readAppointment(answer: unknown, bundle: Bundle, timezone: string): Appointment {
  const record = appointment.parse({ locationId: locationOf(bundle), ...toRecord(answer) });
  return onClocksOf(timezone, record);
}

function onClocksOf(timezone: string, record: Appointment): Appointment {
  const { startTime, endTime } = record;
  return {
    ...record,
    localStart: startTime && timeInWords(startTime, timezone),
    localEnd: endTime && timeInWords(endTime, timezone),
  };
}

/** Whose appointments HighLevel lists: it takes one of the three. */
export interface AppointmentOwner {
  calendarId?: string;
  userId?: string;
  groupId?: string;
}

/** A span of time, in epoch milliseconds; the end is outside of it. */
export interface Span {
  from: number;
  until: number;
}

/** The appointments of one owner that begin in a span, as HighLevel sends them. One request. */
export async function rawAppointments(
  z: ZObject,
  bundle: Bundle,
  owner: AppointmentOwner,
  span: Span,
): Promise<RawRecord[]> {
  const found = await rawEventsAt('/calendars/events', z, bundle, owner, span);
  return found.filter((raw) => !isDeletedAppointment(raw));
}

/** What HighLevel lists of one owner in a span: appointments, or blocked times. */
export async function rawEventsAt(
  url: '/calendars/events' | '/calendars/blocked-slots',
  z: ZObject,
  bundle: Bundle,
  owner: AppointmentOwner,
  { from, until }: Span,
): Promise<RawRecord[]> {
  const { data } = await send(z, {
    url,
    params: {
      locationId: locationOf(bundle),
      ...owner,
      startTime: from,
      endTime: until - 1,
    },
  });
  return toList(toRecord(data)['events']).filter(isRecord);
}

/** Deletes an appointment or a blocked time. */
export async function deleteEvent(z: ZObject, id: string): Promise<void> {
  await send(z, {
    method: 'DELETE',
    url: path`/calendars/events/${id}`,
    json: {},
    mayBeEmpty: true,
  });
}

/** So many calendars are read at once where none is chosen: HighLevel lists one at a time. */
export const MOST_CALENDARS = 40;

/**
 * The same of all calendars where no owner is named: one request for each, and one for their list.
 *
 * @throws errors.Error when there are more calendars than a step can read
 */
export async function rawAppointmentsOfAll(
  z: ZObject,
  bundle: Bundle,
  owner: AppointmentOwner,
  span: Span,
): Promise<RawRecord[]> {
  if (Object.values(owner).some((id) => id !== undefined)) {
    return rawAppointments(z, bundle, owner, span);
  }
  const calendars = await calendarsOf(z, bundle);
  if (calendars.length > MOST_CALENDARS) {
    throw invalid(
      `"Calendar" is empty, and this sub-account has ${calendars.length} calendars. A step can read at most ${MOST_CALENDARS} of them.`,
      'Choose a calendar, or the user whose appointments to find.',
    );
  }
  const lists = await Promise.all(
    calendars.map(({ id }) => rawAppointments(z, bundle, { calendarId: id }, span)),
  );
  return lists.flat();
}

/** The same read, the earliest first. */
export async function appointmentsIn(
  z: ZObject,
  bundle: Bundle,
  owner: AppointmentOwner,
  span: Span,
): Promise<Appointment[]> {
  const [raws, timezone] = await Promise.all([
    rawAppointmentsOfAll(z, bundle, owner, span),
    timezoneOf(z, bundle),
  ]);
  return raws.map((raw) => readAppointment(raw, bundle, timezone)).toSorted(byStart);
}

/** The earlier of two appointments or blocked times first. */
export function byStart(
  one: Pick<Appointment, 'startTime'>,
  other: Pick<Appointment, 'startTime'>,
): number {
  return Date.parse(one.startTime ?? '') - Date.parse(other.startTime ?? '');
}

/** Times of a contact's appointments, which HighLevel writes by the clocks of the sub-account. */
const LOCAL_TIMES = ['startTime', 'endTime', 'dateAdded', 'dateUpdated'];

/** All appointments of a contact but the deleted ones; none for a contact that is gone. */
export async function appointmentsOfContact(
  z: ZObject,
  bundle: Bundle,
  contactId: string,
): Promise<Appointment[]> {
  const { status, data } = await send(z, {
    url: path`/contacts/${contactId}/appointments`,
    expected: GONE,
  });
  if (status >= 400) return [];
  const raws = toList(toRecord(data)['events'])
    .filter(isRecord)
    .filter((raw) => !isDeletedAppointment(raw));
  if (raws.length === 0) return [];
  const timezone = await timezoneOf(z, bundle);
  return raws.map((raw) => {
    const times: RawRecord = Object.fromEntries(
      LOCAL_TIMES.map((key) => [key, zoned(raw[key], timezone)]),
    );
    const row = { contactId, ...raw, ...times };
    return readAppointment(row, bundle, timezone);
  });
}

/** A time without an offset is one of the sub-account's clocks, and not of UTC as elsewhere. */
function zoned(value: unknown, timezone: string): unknown {
  const written = toText(value);
  return written === null
    ? value
    : withOffset(readDate(written, 'Time', timezone).toISOString(), timezone);
}
