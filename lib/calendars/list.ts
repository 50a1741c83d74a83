import type { Bundle, ZObject } from 'zapier-platform-core';

import { timezoneOf } from '../connection/timezone.ts';
import { exactlyOne } from '../inputs/alternatives.ts';
import { readPeriod } from '../inputs/dates.ts';
import { missing } from '../inputs/refusal.ts';
import { appointmentsIn, type Span } from './appointments.ts';
import { isAskedFor, ownerOf } from './asked_for.ts';
import { appointmentDigest } from './digest.ts';

import { periodOf } from './period.ts';

/** Which appointments a step lists: of a period by its name, or from one time to another. */
export interface AppointmentListInput {
  period?: string;
  from?: string;
  to?: string;
  calendarId?: string;
  assignedUserId?: string;
  groupId?: string;
  statuses?: string[];
  limit?: number;
}

/**
 * The appointments of a period, as one text and as line items; undefined where there are none.
 *
 * @throws errors.Error when no period is given, and for fields that exclude each other
 */
export async function listAppointments(z: ZObject, bundle: Bundle, input: AppointmentListInput) {
  const { period, from, to, calendarId, groupId, limit = 100, ...asked } = input;
  exactlyOne({ Period: period, From: from, To: to }, { together: ['From', 'To'] });
  exactlyOne({ Calendar: calendarId, 'Calendar Group': groupId }, { atLeast: 0 });
  const given = period === undefined ? spanBetween(from, to, bundle.meta.timezone) : undefined;
  const timezone = await timezoneOf(z, bundle);
  const span = given ?? periodOf(period ?? '', timezone);
  const all = await appointmentsIn(z, bundle, ownerOf(input), span);
  const found = all.filter((one) => isAskedFor(one, asked));
  if (found.length === 0) return undefined;
  const hasMore = found.length > limit;
  return appointmentDigest(z, bundle, found.slice(0, limit), { span, timezone, hasMore });
}

/** @throws errors.Error when an end is missing, or when they are the wrong way around */
function spanBetween(
  from: string | undefined,
  to: string | undefined,
  timezone: string | null | undefined,
): Span {
  if (from === undefined) throw missing('From');
  if (to === undefined) throw missing('To');
  readPeriod({ label: 'From', time: from }, { label: 'To', time: to }, timezone);
  return { from: Date.parse(from), until: Date.parse(to) };
}
