import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import { timezoneOf } from '../connection/timezone.ts';
import { exactlyOne } from '../inputs/alternatives.ts';
import { leadTimeFields, type LeadTime } from '../inputs/lead_time.ts';
import { leadWindow } from '../operations/lead_window.ts';
import { appointmentsIn, MOST_CALENDARS, type Appointment, type Span } from './appointments.ts';
import { isAskedFor, ownerOf, type AppointmentFilters } from './asked_for.ts';
import { someSpan } from './events.ts';
import {
  appointmentUserField,
  calendarFilterField,
  calendarGroupField,
  statusesField,
} from './fields.ts';

/** How long before, and whose appointments. */
export const startingFields = defineInputFields([
  ...leadTimeFields,
  {
    ...calendarFilterField,
    helpText: `Only appointments in this calendar. Leave calendar, group and user blank for all calendars, which works for up to ${MOST_CALENDARS} of them.`,
  },
  { ...calendarGroupField, helpText: 'Instead of a calendar, all calendars of a group.' },
  appointmentUserField,
  {
    ...statusesField,
    helpText:
      'Only appointments with one of these statuses. Leave blank for New (not confirmed yet) and Confirmed.',
  },
]);

const EXPECTED = ['new', 'confirmed'];

interface StartingInput extends LeadTime, AppointmentFilters {
  groupId?: string;
}

/**
 * The appointments that begin within the lead time, the latest first. One request for a calendar, group
 * or user, and one a day for the time zone. One that was moved, or booked at short notice, is among
 * them as soon as it is near enough.
 */
export async function startingAppointments(
  z: ZObject,
  bundle: Bundle,
  { timeBefore, timeUnit, groupId, ...filters }: StartingInput,
): Promise<Appointment[]> {
  exactlyOne({ Calendar: filters.calendarId, 'Calendar Group': groupId }, { atLeast: 0 });
  const timezone = await timezoneOf(z, bundle);
  const span = bundle.meta.isLoadingSample
    ? someSpan()
    : spanAhead({ timeBefore, timeUnit }, timezone);
  const found = await appointmentsIn(z, bundle, ownerOf({ ...filters, groupId }), span);
  const asked = { ...filters, statuses: filters.statuses ?? EXPECTED };
  return found.filter((one) => isAskedFor(one, asked)).toReversed();
}

/** The end of a span is outside of it. */
function spanAhead(leadTime: LeadTime, timezone: string): Span {
  const { from, until } = leadWindow(leadTime, timezone);
  return { from, until: until + 1 };
}
