import type { Bundle, ZObject } from 'zapier-platform-core';

import { APPOINTMENT_STATUSES } from '../../resources/appointment.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { namesFor } from '../contacts/names.ts';
import { localTime } from '../inputs/local_time.ts';
import { toldApart, type ChoiceSource } from '../operations/choices.ts';
import { appointmentsOfContact, byStart, type Appointment } from './appointments.ts';
import { appointmentsIn } from './appointments.ts';
import { calendarGroupsOf, calendarsOf } from './calendars.ts';
import { freeTimes } from './free_times.ts';
import { DAY_MS } from '../inputs/days.ts';

/** The calendars of the sub-account by name. */
export const calendarChoices: ChoiceSource = async (z, bundle) => {
  const calendars = await calendarsOf(z, bundle);
  const choices = calendars.map(({ id, name, slug, isActive }) => ({
    id,
    name: `${name ?? 'Calendar without a name'}${isActive === false ? ' (inactive)' : ''}`,
    detail: slug,
  }));
  return { choices: toldApart(choices) };
};

/** The groups of calendars by name. */
export const calendarGroupChoices: ChoiceSource = async (z, bundle) => ({
  choices: await calendarGroupsOf(z, bundle),
});

const DROPDOWN_DAYS = 30;

/**
 * Appointments by time, title and contact: those of the contact in `contactId` where the step names
 * one, else those of the past and the next 30 days in all calendars.
 */
export const appointmentChoices: ChoiceSource = async (z, bundle) => {
  const contactId = toText(bundle.inputData['contactId']);
  const appointments = contactId
    ? (await appointmentsOfContact(z, bundle, contactId)).toSorted(byStart)
    : await recentAppointments(z, bundle);
  const named = await namesFor(
    z,
    bundle,
    [],
    appointments.map((one) => one.contactId),
  );
  return {
    choices: appointments.map((one) => ({
      id: one.id,
      name: [one.localStart, nameOf(one, named(one.contactId).name)].filter(Boolean).join(', '),
    })),
  };
};

function recentAppointments(z: ZObject, bundle: Bundle): Promise<Appointment[]> {
  const now = Date.now();
  const span = { from: now - DROPDOWN_DAYS * DAY_MS, until: now + DROPDOWN_DAYS * DAY_MS };
  return appointmentsIn(z, bundle, {}, span);
}

function nameOf({ title, appointmentStatus }: Appointment, contactName: string): string {
  const name = title !== null && title !== contactName ? `${title}: ${contactName}` : contactName;
  const status = toText(toRecord(APPOINTMENT_STATUSES)[appointmentStatus ?? '']);
  return status === null ? name : `${name} (${status})`;
}

const OFFERED_DAYS = 7;
const OFFERED_TIMES = 100;

/** The free times of the calendar in `calendarId` in the next seven days. */
export const freeTimeChoices: ChoiceSource = async (z, bundle) => {
  const calendarId = toText(bundle.inputData['calendarId']);
  if (!calendarId) return { choices: [] };
  const from = Date.now();
  const until = from + OFFERED_DAYS * DAY_MS;
  const userId = toText(bundle.inputData['assignedUserId']) ?? undefined;
  const times = await freeTimes(z, { calendarId, userId, from, until });
  return {
    choices: times.slice(0, OFFERED_TIMES).map((time) => ({ id: time, name: shown(time) })),
  };
};

/** A time as HighLevel writes it, without what only machines read: `2026-11-24 09:00 (-06:00)`. */
function shown(time: string): string {
  const [, day, clock, offset] = /^(\S+)T(\d\d:\d\d)\S*?([+-]\d\d:\d\d)$/.exec(time) ?? [];
  return day && clock && offset ? `${day} ${clock} (${offset})` : localTime(time, 'UTC');
}
