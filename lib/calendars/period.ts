import { readDate } from '../inputs/dates.ts';
import { localTime } from '../inputs/local_time.ts';
import { DAY_MS } from '../inputs/days.ts';
import type { Span } from './appointments.ts';

/** Periods of whole days, by the first day and the day after the last, counted from today. */
const PERIODS = {
  today: { label: 'Today', days: [0, 1] },
  tomorrow: { label: 'Tomorrow', days: [1, 2] },
  next_7_days: { label: 'Today and the next 6 days', days: [0, 7] },
  next_30_days: { label: 'Today and the next 29 days', days: [0, 30] },
  yesterday: { label: 'Yesterday', days: [-1, 0] },
  last_7_days: { label: 'The 7 days before today', days: [-7, 0] },
} as const;

/** The choices of a field, by value. */
export const PERIOD_CHOICES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(PERIODS).map(([key, { label }]) => [key, label]),
);

/**
 * A period of whole days on the clocks of a time zone. A day on which the clocks change is an hour
 * shorter or longer.
 *
 * @param name a key of `PERIOD_CHOICES`
 */
export function periodOf(name: string, timezone: string, now = Date.now()): Span {
  const { days } = Object.entries(PERIODS).find(([key]) => key === name)?.[1] ?? PERIODS.today;
  return { from: midnight(now, days[0], timezone), until: midnight(now, days[1], timezone) };
}

/** When the day begins that lies so many days after the one of a moment. */
function midnight(moment: number, days: number, timezone: string): number {
  const today = localTime(new Date(moment).toISOString(), timezone).slice(0, 10);
  const day = new Date(Date.parse(today) + days * DAY_MS).toISOString().slice(0, 10);
  return readDate(`${day} 00:00`, 'Day', timezone).getTime();
}
