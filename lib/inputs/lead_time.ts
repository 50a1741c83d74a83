import { defineInputFields } from 'zapier-platform-core';

import { readDate } from './dates.ts';
import { DAY_MS } from './days.ts';
import { localTime } from './local_time.ts';

/** How long before something. */
export interface LeadTime {
  timeBefore: number;
  /** `minutes`, `hours` or `days`. */
  timeUnit: string;
}

const UNIT_MS: Readonly<Record<string, number>> = { minutes: 60_000, hours: 3_600_000 };

/** How long before something a trigger is to start a Zap. @param help what is true of both fields */
export const leadTimeFields = defineInputFields([
  {
    key: 'timeBefore',
    label: 'Time Before',
    type: 'integer',
    required: true,
    default: '15',
    meta: { min: 0, max: 365 },
    helpText:
      'How long before it begins. Zapier checks every 1 to 15 minutes, depending on your plan, and triggers up to that much later. So with less than 15 minutes it may have begun already.',
  },
  {
    key: 'timeUnit',
    label: 'Unit',
    type: 'string',
    required: true,
    default: 'minutes',
    choices: { minutes: 'Minutes', hours: 'Hours', days: 'Days' },
    helpText:
      'A day before 9:00 AM is 9:00 AM the day before, even when the clocks change in between.',
  },
]);

/**
 * The latest moment for which the time has come, in epoch milliseconds: what begins until then is at
 * most this far away. Days are those of the clocks: the same time of day, a day later.
 *
 * @param now epoch milliseconds
 * @param timezone an IANA name
 */
export function endOfLeadTime(
  now: number,
  { timeBefore, timeUnit }: LeadTime,
  timezone: string,
): number {
  const unit = UNIT_MS[timeUnit];
  if (unit !== undefined) return now + timeBefore * unit;
  const minute = Math.floor(now / 60_000) * 60_000;
  const [day = '', clock = ''] = localTime(new Date(minute).toISOString(), timezone).split(' ');
  const then = new Date(Date.parse(day) + timeBefore * DAY_MS).toISOString().slice(0, 10);
  return readDate(`${then} ${clock}`, 'Day', timezone).getTime() + (now - minute);
}
