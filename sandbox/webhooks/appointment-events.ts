import { zoneOf } from '../api/calendar-views.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Appointment } from '../state/calendars.ts';
import { isoIn } from '../state/zones.ts';

export const APPOINTMENT_EVENTS = [
  'AppointmentCreate',
  'AppointmentUpdate',
  'AppointmentDelete',
] as const;
export type AppointmentEvent = (typeof APPOINTMENT_EVENTS)[number];

/**
 * The three events of an appointment have the same fields, in an object of their own. The documented
 * examples of the last two carry the type of the first, which a setting repeats.
 */
export function appointmentEvent(
  sandbox: Sandbox,
  type: AppointmentEvent,
  appointment: Appointment,
): Json {
  const zone = zoneOf(sandbox, appointment.locationId);
  const { assignedUserId } = appointment;
  return {
    type: sandbox.settings.appointmentEvents === 'create' ? 'AppointmentCreate' : type,
    locationId: appointment.locationId,
    appointment: {
      id: appointment.id,
      address: appointment.address ?? '',
      title: appointment.title,
      calendarId: appointment.calendarId,
      contactId: appointment.contactId,
      groupId: sandbox.store.calendars.get(appointment.calendarId)?.groupId ?? '',
      appointmentStatus: appointment.appointmentStatus,
      assignedUserId,
      users: assignedUserId === undefined ? [] : [assignedUserId],
      notes: appointment.description ?? '',
      source: appointment.source,
      startTime: isoIn(zone, appointment.startTime),
      endTime: isoIn(zone, appointment.endTime),
      dateAdded: isoIn(zone, appointment.dateAdded),
      dateUpdated: isoIn(zone, appointment.dateUpdated),
    },
  };
}
