import * as z from 'zod';

import { appointment, readAppointment, wallClock } from './appointment.ts';
import { defineResource } from './define.ts';
import { dateTime, lead, nested, text, texts } from './fields.ts';
import { userSummary } from './user.ts';
import { toRecord, toTexts, type RawRecord } from './values.ts';

/** What may change of an appointment, by the fields in which its events have it. */
export const APPOINTMENT_PARTS = {
  time: { label: 'Time', fields: ['startTime', 'endTime'] },
  status: { label: 'Status', fields: ['appointmentStatus'] },
  calendar: { label: 'Calendar', fields: ['calendarId'] },
  assignedUser: { label: 'Assigned User', fields: ['assignedUserId'] },
  title: { label: 'Title', fields: ['title'] },
  address: { label: 'Meeting Location', fields: ['address'] },
  notes: { label: 'Notes', fields: ['notes'] },
} as const;

/** The parts that an event changed, by their keys; none where the relay knows nothing of before. */
export function changedParts(event: RawRecord): string[] {
  const { changed, edited } = toRecord(event['previous']);
  const fields = [...Object.keys(toRecord(changed)), ...toTexts(edited)];
  return Object.entries(APPOINTMENT_PARTS)
    .filter(([, part]) => part.fields.some((field) => fields.includes(field)))
    .map(([key]) => key);
}

/** An appointment whose status was changed; the relay tells what it was before. */
export const appointmentStatusChange = defineResource(
  'appointment status change',
  () => {
    const { id, title, appointmentStatus, ...rest } = appointment.shape();
    return z.object({ id, title, appointmentStatus, ...statusBefore(), ...rest });
  },
  (raw) => ({ ...readAppointment(raw), ...readBefore(raw) }),
);

/** An appointment that was moved, with the times that it had. */
export const movedAppointment = defineResource(
  'moved appointment',
  () => {
    const { id, title, appointmentStatus, ...rest } = appointment.shape();
    const { startTime, endTime, localStart, localEnd, ...more } = rest;
    const times = { startTime, endTime, localStart, localEnd };
    return z.object({ id, title, appointmentStatus, ...times, ...timesBefore(), ...more });
  },
  (raw) => ({ ...readAppointment(raw), ...readBefore(raw) }),
);

/** An appointment that was changed, with what changed and what the relay knows of before. */
export const updatedAppointment = defineResource(
  'updated appointment',
  () => {
    const { id, title, ...rest } = appointment.shape();
    const whatChanged = lead(texts('What Changed', ['Time', 'Notes']));
    const before = { ...timesBefore(), ...statusBefore(), ...ownersBefore() };
    return z.object({ id, title, whatChanged, ...before, ...rest, ...ownerIdsBefore() });
  },
  (raw) => ({ ...readAppointment(raw), ...readBefore(raw) }),
);

function statusBefore() {
  return { previousStatus: lead(text('Previous Status', 'new')) };
}

function timesBefore() {
  return {
    previousStart: lead(dateTime('Previous Start', '2026-11-23T20:00:00.000Z')),
    previousEnd: lead(dateTime('Previous End', '2026-11-23T20:30:00.000Z')),
    previousLocalStart: lead(text('Previous Local Start', 'Monday, November 23 at 2:00 PM')),
    previousLocalEnd: lead(text('Previous Local End', 'Monday, November 23 at 2:30 PM')),
  };
}

/** Calendar and user may be pointers. */
function ownersBefore() {
  return {
    previousCalendarName: text('Previous Calendar Name', 'First Visit'),
    previousAssignedUser: nested('Previous Assigned User', userSummary.shape()),
  };
}

function ownerIdsBefore() {
  return {
    previousCalendarId: text('Previous Calendar ID', 'cAl9Fv2SiT7pLmQ4rXeB'),
    previousAssignedUserId: text('Previous Assigned User ID', 'uS7mGt4KpW1zXn8RbVqD'),
  };
}

/** What an event says of before. Of what it did not change there is nothing to say. */
function readBefore(event: RawRecord): RawRecord {
  const changed = toRecord(toRecord(event['previous'])['changed']);
  const parts = changedParts(event);
  const isMoved = parts.includes('time');
  const [start, end] = ['startTime', 'endTime'].map((field) =>
    isMoved ? timeBefore(event, field) : null,
  );
  return {
    whatChanged: Object.entries(APPOINTMENT_PARTS)
      .filter(([key]) => parts.includes(key))
      .map(([, { label }]) => label),
    previousStatus: changed['appointmentStatus'],
    previousStart: start,
    previousEnd: end,
    previousLocalStart: wallClock(start),
    previousLocalEnd: wallClock(end),
    previousCalendarId: changed['calendarId'],
    previousAssignedUserId: changed['assignedUserId'],
  };
}

/** A time of an appointment that was moved: its start may have stayed as it is, or its end. */
function timeBefore(event: RawRecord, field: string): unknown {
  const { changed, unknown } = toRecord(event['previous']);
  const before = toRecord(changed);
  if (Object.hasOwn(before, field)) return before[field];
  return toTexts(unknown).includes(field) ? null : toRecord(event['appointment'])[field];
}
