import type { Bundle, HttpResponse, ZObject } from 'zapier-platform-core';

import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { type ApiRequest, isBlank, send, withoutGaps } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { messagesOf } from '../http/answers.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { localTime, withOffset } from '../inputs/local_time.ts';
import { invalid, notFound } from '../inputs/refusal.ts';
import {
  appointmentById,
  appointmentPath,
  readAppointment,
  type Appointment,
} from './appointments.ts';
import { freeTimes } from './free_times.ts';
import { DAY_MS } from '../inputs/days.ts';
import { checkTimes } from './times.ts';

/** What a step says of an appointment; times as ISO 8601 in UTC. */
export interface AppointmentInput {
  calendarId?: string;
  startTime?: string;
  endTime?: string;
  assignedUserId?: string;
  title?: string;
  appointmentStatus?: string;
  meetingLocationType?: string;
  address?: string;
  description?: string;
  /** Whether to book a time that is taken, or outside of the calendar's hours. */
  ignoreAvailability?: boolean;
  /** No books without HighLevel's automations. */
  toNotify?: boolean;
}

/**
 * Books a contact into a calendar, then reads the appointment: HighLevel's answer leaves out its times.
 *
 * @throws errors.Error with the next free times when the time is taken
 */
export async function book(
  z: ZObject,
  bundle: Bundle,
  input: AppointmentInput & { contactId: string; calendarId: string; startTime: string },
): Promise<Appointment> {
  const { contactId, calendarId, ...rest } = input;
  const timezone = await timezoneOf(z, bundle);
  checkTimes(rest, timezone);
  const body = {
    calendarId,
    locationId: locationOf(bundle),
    contactId,
    ...writtenFor(rest, timezone),
  };
  return write(z, bundle, input, { method: 'POST', url: APPOINTMENTS, body });
}

const APPOINTMENTS = '/calendars/events/appointments';

/**
 * Changes an appointment; what is not given stays. One that gets another time keeps its length where
 * no end is given.
 *
 * @param label of the field that names the appointment
 * @throws errors.Error when nothing is given, when there is no such appointment, and with the next
 *   free times when the time is taken
 */
export async function change(
  z: ZObject,
  bundle: Bundle,
  appointmentId: string,
  changes: AppointmentInput,
  label = 'Appointment',
): Promise<Appointment> {
  const { ignoreAvailability: _ignore, toNotify: _notify, ...what } = changes;
  if (isBlank(what)) {
    throw nothingToChange({ besides: label });
  }
  const timezone = await timezoneOf(z, bundle);
  checkTimes(changes, timezone);
  const moved = changes.startTime !== undefined || changes.endTime !== undefined;
  const known = moved ? await appointmentById(z, bundle, appointmentId) : undefined;
  if (moved && !known) throw notFound({ what: 'appointment', label, id: appointmentId });
  const times = known ? movedTimes(known, changes) : {};
  checkTimes(times, timezone);
  const input = { ...changes, ...times };
  const body = writtenFor(input, timezone);
  const busy = {
    ...input,
    calendarId: changes.calendarId ?? known?.calendarId ?? undefined,
    assignedUserId: changes.assignedUserId ?? known?.assignedUserId ?? undefined,
  };
  return write(z, bundle, busy, { method: 'PUT', url: appointmentPath(appointmentId), body });
}

/** HighLevel takes both times or none. */
function movedTimes(known: Appointment, { startTime, endTime }: AppointmentInput) {
  const length = Date.parse(known.endTime ?? '') - Date.parse(known.startTime ?? '');
  const start = startTime ?? known.startTime ?? undefined;
  const isKept = endTime === undefined && start !== undefined && length > 0;
  const end = isKept ? new Date(Date.parse(start) + length).toISOString() : endTime;
  return { ...(start && { startTime: start }), ...(end && { endTime: end }) };
}

/**
 * An appointment as HighLevel takes it. The times have the offset of the sub-account, as the free times
 * have: in UTC, HighLevel takes a free time for a busy one.
 */
function writtenFor(input: AppointmentInput, timezone: string): RawRecord {
  const { startTime, endTime, ignoreAvailability, meetingLocationType, ...rest } = input;
  return {
    ...rest,
    startTime: startTime && withOffset(startTime, timezone),
    endTime: endTime && withOffset(endTime, timezone),
    meetingLocationType,
    ...(meetingLocationType && { overrideLocationConfig: true }),
    ...(ignoreAvailability === true && { ignoreFreeSlotValidation: true, ignoreDateRange: true }),
  };
}

const TAKEN = /slot.*no longer available/i;

/** @param input what was asked for, with the calendar and user that it is about */
async function write(
  z: ZObject,
  bundle: Bundle,
  input: AppointmentInput,
  request: ApiRequest,
): Promise<Appointment> {
  const response = await send(z, { ...request, expected: [400, 422] });
  if (response.status >= 400) await refuse(z, bundle, input, response);
  const answer = toRecord(response.data);
  const id = toText(answer['id']) ?? '';
  // The appointment is written: a failing read must not have Zapier repeat the step and book twice.
  const found = await appointmentById(z, bundle, id).catch(() => undefined);
  if (found) return found;
  const { startTime, endTime, description } = input;
  const asked = withoutGaps({ startTime, endTime, notes: description });
  return readAppointment({ ...asked, ...answer }, bundle, await timezoneOf(z, bundle));
}

/** @throws errors.Error with the next free times where the time is taken; else what HighLevel says */
async function refuse(
  z: ZObject,
  bundle: Bundle,
  input: AppointmentInput,
  response: HttpResponse<unknown>,
): Promise<never> {
  const { calendarId, startTime, assignedUserId: userId } = input;
  const isTaken = messagesOf(response.data).some((said) => TAKEN.test(said));
  if (isTaken && calendarId !== undefined && startTime !== undefined) {
    const timezone = await timezoneOf(z, bundle);
    const next = await nextFreeTimes(z, { calendarId, startTime, userId });
    throw invalid(
      `The calendar is not free at ${localTime(startTime, timezone)} (${timezone}), so nothing was booked.`,
      next.length > 0
        ? `The next free times are ${next.map((time) => localTime(time, timezone)).join(', ')}.`
        : `It has no free time in the ${SEARCHED_DAYS} days from then on.`,
      'Use another time, such as one from Find Available Times, or set "Ignore Availability" to yes.',
    );
  }
  throwFailure(response, bundle);
}

/** So far ahead the next free times are looked for, and so many of them are told. */
const SEARCHED_DAYS = 14;
const TOLD_TIMES = 3;

async function nextFreeTimes(
  z: ZObject,
  {
    calendarId,
    startTime,
    userId,
  }: { calendarId: string; startTime: string; userId?: string | undefined },
): Promise<string[]> {
  const from = Math.max(Date.parse(startTime), Date.now());
  const until = from + SEARCHED_DAYS * DAY_MS;
  const times = await freeTimes(z, { calendarId, userId, from, until });
  return times.slice(0, TOLD_TIMES);
}
