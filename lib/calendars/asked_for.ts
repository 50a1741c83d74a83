import type { Appointment, AppointmentOwner } from './appointments.ts';

/** Which appointments a step or a trigger asks for. */
export interface AppointmentFilters {
  calendarId?: string;
  assignedUserId?: string;
  statuses?: string[];
}

/** Whether a person asked for an appointment. */
export function isAskedFor(
  entry: Pick<Appointment, 'calendarId' | 'assignedUserId' | 'appointmentStatus'>,
  { calendarId, assignedUserId, statuses }: AppointmentFilters,
): boolean {
  return (
    (calendarId === undefined || entry.calendarId === calendarId) &&
    (assignedUserId === undefined || entry.assignedUserId === assignedUserId) &&
    (statuses === undefined || statuses.includes(entry.appointmentStatus ?? ''))
  );
}

/** Whose appointments to list: of a calendar or group, the user's are picked out by `isAskedFor`. */
export function ownerOf({
  calendarId,
  groupId,
  assignedUserId: userId,
}: {
  calendarId?: string;
  groupId?: string;
  assignedUserId?: string;
}): AppointmentOwner {
  if (calendarId !== undefined) return { calendarId };
  if (groupId !== undefined) return { groupId };
  return userId === undefined ? {} : { userId };
}
