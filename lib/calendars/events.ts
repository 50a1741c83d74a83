import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { changeOf } from '../hooks/previous.ts';
import { rawAppointmentsOfAll } from './appointments.ts';
import { ownerOf, type AppointmentFilters } from './asked_for.ts';
import { appointmentUserField, calendarFilterField } from './fields.ts';
import { DAY_MS } from '../inputs/days.ts';

/** What appointments may be asked for, in every trigger. */
export const appointmentFilterFields = defineInputFields([
  calendarFilterField,
  appointmentUserField,
]);

/** Statuses that an appointment has from the start, so that an update need not have brought them. */
const FIRST_STATUSES = ['new', 'confirmed'];

/**
 * Whether an event changed the status of an appointment. Where the relay does not know the one before,
 * a status that no appointment starts with counts as changed: a missed no-show is worse than one that
 * is told with an older appointment's first update.
 */
export function changedStatus(event: RawRecord): boolean {
  const change = changeOf(event, 'appointmentStatus');
  if (change.kind !== 'unknown') return change.kind === 'changed';
  const status = toText(toRecord(event['appointment'])['appointmentStatus']);
  return status !== null && !FIRST_STATUSES.includes(status);
}

const BEFORE_DAYS = 30;
const AFTER_DAYS = 90;

/** Appointments of the last and the next weeks, those booked last first. */
export async function someAppointments(
  z: ZObject,
  bundle: Bundle,
  filters: AppointmentFilters,
): Promise<RawRecord[]> {
  const now = Date.now();
  const span = { from: now - BEFORE_DAYS * DAY_MS, until: now + AFTER_DAYS * DAY_MS };
  const found = await rawAppointmentsOfAll(z, bundle, ownerOf(filters), span);
  const booked = (raw: RawRecord) => Date.parse(toText(raw['dateAdded']) ?? '') || 0;
  return found.toSorted((one, other) => booked(other) - booked(one));
}
