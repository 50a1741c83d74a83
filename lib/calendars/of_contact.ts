import type { Bundle, ZObject } from 'zapier-platform-core';

import { appointmentsOfContact, byStart, type Appointment } from './appointments.ts';
import { isAskedFor, type AppointmentFilters } from './asked_for.ts';

/** Statuses of appointments that do not take place. */
const OFF = ['cancelled', 'invalid'];

/**
 * The appointments of a contact that a step asks for, the best match first.
 *
 * @param which `next`, `last` or `newest`; of the next ones those that do not take place are left
 *   out where no status is asked for
 */
export async function appointmentsFor(
  z: ZObject,
  bundle: Bundle,
  contactId: string,
  which: string,
  filters: AppointmentFilters,
): Promise<Appointment[]> {
  const found = inOrder(which, await appointmentsOfContact(z, bundle, contactId));
  const isOn = ({ appointmentStatus }: Appointment) => !OFF.includes(appointmentStatus ?? '');
  return which === 'next' && filters.statuses === undefined
    ? found.filter((one) => isOn(one) && isAskedFor(one, filters))
    : found.filter((one) => isAskedFor(one, filters));
}

function inOrder(which: string, appointments: readonly Appointment[]): Appointment[] {
  const newestFirst = (one: Appointment, other: Appointment) =>
    (other.dateAdded ?? '').localeCompare(one.dateAdded ?? '');
  if (which === 'newest') return appointments.toSorted(newestFirst);
  const now = Date.now();
  const isBegun = ({ startTime }: Appointment) => Date.parse(startTime ?? '') <= now;
  return which === 'last'
    ? appointments.filter(isBegun).toSorted((one, other) => byStart(other, one))
    : appointments.filter((one) => !isBegun(one)).toSorted(byStart);
}
