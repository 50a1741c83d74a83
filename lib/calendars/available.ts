import type { Bundle, ZObject } from 'zapier-platform-core';

import { availableTimes } from '../../resources/available_times.ts';
import type { RecordOf } from '../../resources/define.ts';
import { timeInWords } from '../../resources/time_in_words.ts';
import { timezoneOf } from '../connection/timezone.ts';
import { readPeriod } from '../inputs/dates.ts';
import { localTime } from '../inputs/local_time.ts';
import { invalid } from '../inputs/refusal.ts';
import { HOURS, WEEKDAYS } from './available_fields.ts';
import { calendarNamePointer } from './dehydrate.ts';
import { freeTimes, MOST_DAYS } from './free_times.ts';
import { DAY_MS } from '../inputs/days.ts';

const DEFAULT_DAYS = 7;

/** Which free times a step asks for. */
export interface AvailableTimesInput extends Wanted {
  calendarId: string;
  from?: string;
  to?: string;
  assignedUserId?: string;
  timezone?: string;
  limit?: number;
}

/**
 * The free times of a calendar, as one text and as line items; undefined where there are none.
 *
 * @throws errors.Error when the period or the hours are the wrong way around, or the period too long
 */
export async function findAvailableTimes(
  z: ZObject,
  bundle: Bundle,
  input: AvailableTimesInput,
): Promise<RecordOf<typeof availableTimes> | undefined> {
  const { calendarId, from, to, assignedUserId: userId, limit = 20 } = input;
  const span = spanOf(from, to, bundle.meta.timezone);
  checkHours(input);
  const timezone = input.timezone ?? (await timezoneOf(z, bundle));
  const all = await freeTimes(z, { calendarId, userId, timezone, ...span });
  const times = all
    .map((time) => {
      const [day = '', clock = ''] = localTime(time, timezone).split(' ');
      const words = timeInWords(time, timezone);
      return { time, startTime: time, localTime: words, day, clock };
    })
    .filter((one) => isWanted(one, input));
  const shown = times.slice(0, limit);
  const [first] = shown;
  if (!first) return undefined;
  return availableTimes.parse({
    id: calendarId,
    calendarName: calendarNamePointer(z, calendarId),
    first: first.time,
    firstLocal: first.localTime,
    digest: digestOf(shown),
    count: shown.length,
    hasMore: times.length > shown.length,
    timezone,
    times: shown,
  });
}

interface FreeTime {
  /** `2026-11-24` */
  day: string;
  /** `09:00` */
  clock: string;
}

interface Wanted {
  weekdays?: string[];
  earliest?: string;
  latest?: string;
}

/** @throws errors.Error when the period ends before it starts, or is longer than HighLevel searches */
function spanOf(
  from: string | undefined,
  to: string | undefined,
  timezone: string | null | undefined,
) {
  const start = from === undefined ? Date.now() : Date.parse(from);
  const startTime = new Date(start).toISOString();
  readPeriod({ label: 'From', time: startTime }, { label: 'To', time: to }, timezone);
  const end = to === undefined ? start + DEFAULT_DAYS * DAY_MS : Date.parse(to);
  if (end - start > MOST_DAYS * DAY_MS) {
    throw invalid(
      `"To" (${localTime(new Date(end).toISOString(), timezone)}) is more than ${MOST_DAYS} days after "From" (${localTime(startTime, timezone)}).`,
      `HighLevel searches at most ${MOST_DAYS} days. Use an earlier "To".`,
    );
  }
  return { from: start, until: end };
}

/** @throws errors.Error when no time of day can be both */
function checkHours({ earliest, latest }: Wanted): void {
  if (earliest === undefined || latest === undefined || earliest < latest) return;
  throw invalid(
    `Nothing can match: "Latest Time of Day" (${HOURS[latest] ?? latest}) is not later than "Earliest Time of Day" (${HOURS[earliest] ?? earliest}).`,
    'Change one of the two.',
  );
}

function isWanted({ day, clock }: FreeTime, { weekdays, earliest, latest }: Wanted): boolean {
  // The day is a date without a zone, which JavaScript reads as UTC.
  const weekday = Object.keys(WEEKDAYS)[(new Date(day).getUTCDay() + 6) % 7] ?? '';
  return (
    (weekdays === undefined || weekdays.includes(weekday)) &&
    (earliest === undefined || clock >= earliest) &&
    (latest === undefined || clock < latest)
  );
}

/** A line for each day: `2026-11-24: 09:00, 09:30`. */
function digestOf(times: readonly FreeTime[]): string {
  const days = [...new Set(times.map(({ day }) => day))];
  return days
    .map((day) => {
      const ofDay = times.filter((one) => one.day === day);
      return `${day}: ${ofDay.map((one) => one.clock).join(', ')}`;
    })
    .join('\n');
}
