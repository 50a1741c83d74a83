import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, integer, lead, lines, nested, text, texts, yesNo } from './fields.ts';
import { timeInWords } from './time_in_words.ts';
import { isRecord, toBoolean, toRecord, toText, type RawRecord } from './values.ts';
import { userSummary } from './user.ts';

/** What an appointment may be, in HighLevel's words and in those of its app. */
export const APPOINTMENT_STATUSES = {
  new: 'New',
  confirmed: 'Confirmed',
  cancelled: 'Canceled',
  showed: 'Showed',
  noshow: 'No-show',
  invalid: 'Invalid',
} as const;

/**
 * An appointment: in `appointment` or `event` where it is read alone, bare in lists and in answers to
 * a booking, which leave out its times (highlevel-api-docs #246). Its times have the offset of the
 * sub-account. Contact, user and the calendar's name may be pointers.
 */
export const appointment = defineResource(
  'appointment',
  () => z.object(appointmentFields()),
  readAppointment,
);

/** Many appointments at once: as one text to read, and as line items. */
export const appointmentList = defineResource('appointment list', () =>
  z.object({
    id: id('Period', '2026-11-24 00:00 - 2026-11-24 23:59'),
    name: text('Name', 'Appointments 2026-11-24 00:00 - 2026-11-24 23:59'),
    digest: text(
      'Summary',
      '2026-11-24 09:00-09:30 Consultation: Anna Example (+15550100123), with Sam Agent, Confirmed',
    ),
    count: integer('Number of Appointments', 1),
    hasMore: yesNo('Has More', false),
    timezone: text('Time Zone', 'America/Chicago'),
    appointments: lines('Appointment', {
      id: text('ID', 'aPt7Ui9OpAs2DfGh4JkL'),
      title: text('Title', 'Anna Example'),
      appointmentStatus: text('Status', 'confirmed'),
      startTime: dateTime('Start Time', '2026-11-24T15:00:00.000Z'),
      endTime: dateTime('End Time', '2026-11-24T15:30:00.000Z'),
      localStart: text('Local Start', 'Tuesday, November 24 at 9:00 AM'),
      localEnd: text('Local End', 'Tuesday, November 24 at 9:30 AM'),
      calendarName: text('Calendar Name', 'Consultation'),
      contactName: text('Contact Name', 'Anna Example'),
      contactEmail: text('Contact Email', 'anna@example.com'),
      contactPhone: text('Contact Phone', '+15550100123'),
      userName: text('Assigned User Name', 'Sam Agent'),
      address: text('Meeting Location', '12 Main Street'),
      notes: text('Notes', 'Bring the plan of the house.'),
      calendarId: text('Calendar ID', 'cAl4Rt7YuI9oPqW2eZxN'),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      assignedUserId: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  }),
);

function appointmentFields() {
  return {
    id: id('Appointment ID', 'aPt7Ui9OpAs2DfGh4JkL'),
    title: lead(text('Title', 'Anna Example')),
    appointmentStatus: lead(text('Status', 'confirmed')),
    startTime: lead(dateTime('Start Time', '2026-11-24T15:00:00.000Z')),
    endTime: lead(dateTime('End Time', '2026-11-24T15:30:00.000Z')),
    localStart: lead(text('Local Start', 'Tuesday, November 24 at 9:00 AM')),
    localEnd: lead(text('Local End', 'Tuesday, November 24 at 9:30 AM')),
    calendarName: lead(text('Calendar Name', 'Consultation')),
    assignedUser: nested('Assigned User', userSummary.shape()),
    contact: nested('Contact', contactSummary.shape()),
    address: lead(text('Meeting Location', '12 Main Street')),
    notes: lead(text('Notes', 'Bring the plan of the house.')),
    source: text('Source', 'booking_widget'),
    isRecurring: yesNo('Is Recurring', false),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    dateUpdated: dateTime('Updated At', '2026-11-20T10:02:00.000Z'),
    calendarId: text('Calendar ID', 'cAl4Rt7YuI9oPqW2eZxN'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    assignedUserId: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    userIds: texts('User IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
    groupId: text('Calendar Group ID', 'gRp5Ty8UiO2pAsD4fGhJ'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

/** Whether HighLevel keeps an appointment that was deleted; it still lists and reads those. */
export function isDeletedAppointment(answer: unknown): boolean {
  return toBoolean(unwrapped(toRecord(answer))['deleted']) === true;
}

function unwrapped(answer: RawRecord): RawRecord {
  const inner = [answer['appointment'], answer['event']].find(isRecord);
  return { ...answer, ...inner };
}

/** Brings every shape of an appointment to the keys of its fields. */
export function readAppointment(answer: RawRecord): RawRecord {
  const raw = unwrapped(answer);
  return {
    ...raw,
    appointmentStatus: raw['appointmentStatus'] ?? raw['appoinmentStatus'],
    notes: toText(raw['notes']) ?? raw['description'],
    source: raw['source'] ?? toRecord(raw['createdBy'])['source'],
    localStart: raw['localStart'] ?? wallClock(raw['startTime']),
    localEnd: raw['localEnd'] ?? wallClock(raw['endTime']),
    userIds: raw['userIds'] ?? raw['users'],
    // A booking alone says it; elsewhere a rule says that it recurs.
    isRecurring: raw['isRecurring'] ?? Boolean(raw['rrule']),
  };
}

/** The time that the clocks of the sub-account show, from a time that is written with their offset. */
export function wallClock(written: unknown): string | null {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d).*[+-]\d\d:?\d\d$/.exec(toText(written) ?? '');
  return found ? timeInWords(`${found[1] ?? ''}Z`, 'UTC') : null;
}
