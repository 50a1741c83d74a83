import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { toText, type RawRecord } from '../../resources/values.ts';
import { rawAppointmentsOfAll, type Span } from './appointments.ts';
import { ownerOf, type AppointmentFilters } from './asked_for.ts';
import { appointmentUserField, calendarFilterField } from './fields.ts';
import { DAY_MS } from '../inputs/days.ts';

/** What appointments may be asked for, in every trigger. */
export const appointmentFilterFields = defineInputFields([
  calendarFilterField,
  appointmentUserField,
]);

const BEFORE_DAYS = 30;
const AFTER_DAYS = 90;

/** The last and the next weeks: some of their appointments serve as examples. */
export function someSpan(now = Date.now()): Span {
  return { from: now - BEFORE_DAYS * DAY_MS, until: now + AFTER_DAYS * DAY_MS };
}

/** Appointments of the last and the next weeks, those booked last first. */
export async function someAppointments(
  z: ZObject,
  bundle: Bundle,
  filters: AppointmentFilters,
): Promise<RawRecord[]> {
  const found = await rawAppointmentsOfAll(z, bundle, ownerOf(filters), someSpan());
  const booked = (raw: RawRecord) => Date.parse(toText(raw['dateAdded']) ?? '') || 0;
  return found.toSorted((one, other) => booked(other) - booked(one));
}
