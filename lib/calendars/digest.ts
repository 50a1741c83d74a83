import type { Bundle, ZObject } from 'zapier-platform-core';

import { APPOINTMENT_STATUSES, appointmentList } from '../../resources/appointment.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { contactsByIds } from '../contacts/by_ids.ts';
import { usersByIds } from '../users/users.ts';
import { localTime } from '../inputs/local_time.ts';
import type { Appointment, Span } from './appointments.ts';
import { calendarsOf } from './calendars.ts';

/**
 * Appointments as one text and as line items, with the names of contacts, calendars and users. A
 * request for the calendars, one for the users, and one for each 100 contacts.
 */
export async function appointmentDigest(
  z: ZObject,
  bundle: Bundle,
  appointments: readonly Appointment[],
  { span, timezone, hasMore }: { span: Span; timezone: string; hasMore: boolean },
) {
  const ids = (key: 'contactId' | 'assignedUserId') => [
    ...new Set(appointments.flatMap((one) => one[key] ?? [])),
  ];
  const [contacts, users, calendars] = await Promise.all([
    contactsByIds(z, bundle, ids('contactId')),
    usersByIds(z, bundle, ids('assignedUserId')),
    calendarsOf(z, bundle),
  ]);
  const contactOf = new Map(contacts.map((one) => [one.id, one]));
  const userOf = new Map(users.map((one) => [one.id, one]));
  const calendarOf = new Map(calendars.map((one) => [one.id, one]));
  const rows = appointments.map((one) => {
    const contact = contactOf.get(one.contactId ?? '');
    return {
      ...one,
      calendarName: calendarOf.get(one.calendarId ?? '')?.name,
      contactName: contact?.name,
      contactEmail: contact?.email,
      contactPhone: contact?.phone,
      userName: userOf.get(one.assignedUserId ?? '')?.name,
    };
  });
  const ends = [span.from, span.until - 1].map((moment) =>
    localTime(new Date(moment).toISOString(), timezone),
  );
  const period = ends.join(' - ');
  return appointmentList.parse({
    id: period,
    name: `Appointments ${period}`,
    digest: rows.map((row) => lineOf(row, timezone)).join('\n'),
    count: rows.length,
    hasMore,
    timezone,
    appointments: rows,
  });
}

interface Row extends Omit<Appointment, 'calendarName'> {
  calendarName: string | null | undefined;
  contactName: string | null | undefined;
  contactEmail: string | null | undefined;
  contactPhone: string | null | undefined;
  userName: string | null | undefined;
}

/** `2026-11-24 09:00-09:30 Consultation: Anna Example (+15550100123), with Sam Agent, Confirmed` */
function lineOf(row: Row, timezone: string): string {
  const { startTime, endTime, calendarName, contactName, contactPhone, contactEmail } = row;
  const [start, end] = [startTime, endTime].map((time) => time && localTime(time, timezone));
  const isSameDay = end?.slice(0, 10) === start?.slice(0, 10);
  const time = [start, isSameDay ? end?.slice(11) : end].filter(Boolean).join('-');
  const reach = contactPhone ?? contactEmail;
  const who = [contactName ?? row.title ?? 'Contact without a name', reach && `(${reach})`];
  const details = [
    row.userName && `with ${row.userName}`,
    toText(toRecord(APPOINTMENT_STATUSES)[row.appointmentStatus ?? '']),
    row.address,
  ];
  const what = [who.filter(Boolean).join(' '), ...details].filter(Boolean).join(', ');
  return `${time} ${[calendarName, what].filter(Boolean).join(': ')}`;
}
