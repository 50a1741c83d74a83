import { errors } from 'zapier-platform-core';

import { clocks } from '../../resources/clocks.ts';
import { hasControls, quoted, visible } from './characters.ts';
import { localTime } from './local_time.ts';
import { isTimezone } from './places.ts';

/**
 * Dates and times as Zapier, other apps and people write them. A date is read as what it says, or
 * refused: it is never moved to another day to make sense of it.
 */

/** Milliseconds since 1970, and the day that was written where one was. */
interface Moment {
  time: number;
  /** `1990-05-17` */
  day?: string;
}

interface Day {
  year: number;
  month: number;
  day: number;
}

const LONGEST = 100;

/**
 * The moment that a person's date means: what Zapier's date field gives (ISO 8601 with a zone), a
 * date or time without a zone (then in the person's own time zone), or seconds or milliseconds since
 * 1970. In `3/5/2027` the month comes first, in `5.3.2027` the day. `tomorrow at 9am` is read as
 * Zapier's date field reads it: not every field for a date is one.
 *
 * @param label the field's label, for the error
 * @param timezone an IANA name such as `America/New_York`, from `bundle.meta.timezone`
 * @throws errors.Error when it cannot be read as a date
 */
export function readDate(value: string, label: string, timezone: string | null | undefined): Date {
  const moment = momentOf(value, timezone);
  if (moment) return new Date(moment.time);
  throw unreadable(value, label, 'a date and time such as 2026-11-24 09:00');
}

/**
 * The day that a person's date means, as `1990-05-17`: the day that is written, whatever time or zone
 * follows it; of seconds since 1970, the day on the clocks of the person's time zone.
 *
 * @param label the field's label, for the error
 * @param timezone an IANA name, from `bundle.meta.timezone`
 * @throws errors.Error when it cannot be read as a date
 */
export function readDay(value: string, label: string, timezone: string | null | undefined): string {
  const moment = momentOf(value, timezone);
  if (!moment) throw unreadable(value, label, 'a day such as 1990-12-31');
  return moment.day ?? localTime(new Date(moment.time).toISOString(), timezone).slice(0, 10);
}

/** One end of a period: the label of its field, and the time as `readDate` left it. */
interface PeriodEnd {
  label: string;
  time: string | undefined;
}

/**
 * The dates of two fields between which something lies; undefined where a field is empty.
 *
 * @throws errors.Error that names both fields, when the period ends before it starts
 */
export function readPeriod(
  start: PeriodEnd,
  end: PeriodEnd,
  timezone: string | null | undefined,
): { startDate: Date | undefined; endDate: Date | undefined } {
  const startDate = start.time === undefined ? undefined : new Date(start.time);
  const endDate = end.time === undefined ? undefined : new Date(end.time);
  if (startDate && endDate && endDate < startDate) {
    const [from, until] = [startDate, endDate].map((date) =>
      quoted(localTime(date.toISOString(), timezone)),
    );
    throw new errors.Error(
      `Nothing can match: "${end.label}" (${until}) is earlier than "${start.label}" (${from}). Swap the two dates, or empty one of the fields.`,
      'invalid_input',
    );
  }
  return { startDate, endDate };
}

function unreadable(value: string, label: string, example: string): Error {
  return new errors.Error(
    `"${label}" is not a date that can be read: ${quoted(value)}. Use ${example}, or map a date from an earlier step.`,
    'invalid_date',
  );
}

function momentOf(value: string, timezone: string | null | undefined): Moment | undefined {
  if (value.length > LONGEST || hasControls(value.trim())) return undefined;
  const text = visible(value).replaceAll(/\s+/g, ' ');
  const sinceEpoch = readEpoch(text);
  if (sinceEpoch !== undefined) return { time: sinceEpoch };
  const weekday = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?,? /i.exec(text);
  const { day, rest } =
    readWrittenDay(text.slice(weekday?.[0].length ?? 0)) ?? readNamedDay(text, timezone) ?? {};
  if (!day || rest === undefined || !exists(day)) return undefined;
  if (weekday?.[1] && WEEKDAYS[weekdayOf(day)] !== weekday[1].toLowerCase()) return undefined;
  const time = readTime(rest);
  const offset = time && readZone(time.rest);
  if (!time || !offset) return undefined;
  const wall = Date.UTC(day.year, day.month - 1, day.day) + time.milliseconds;
  return { time: atWall(wall, offset, timezone || 'UTC'), day: asIso(day) };
}

/** Seconds or milliseconds since 1970, from 1973 to 2286. A shorter number is no date. */
function readEpoch(text: string): number | undefined {
  if (/^\d{9,10}$/.test(text)) return Number(text) * 1000;
  return /^\d{12,13}$/.test(text) ? Number(text) : undefined;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const MONTHS = [
  'january february march april may june july',
  'august september october november december',
].flatMap((names) => names.split(' '));

const MONTH = String.raw`(?<name>[a-z]{3,9})\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|\.)?`;
const YEAR = String.raw`(?<year>\d{4})`;

/** A day at the beginning of a text. In a group named `first`, the month or the day. */
const WRITTEN_DAYS = [
  /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?!\d)/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=T)/,
  /^(?<first>\d{1,2})(?<sign>[-/.]) ?(?<second>\d{1,2})\k<sign> ?(?<year>\d{4})(?!\d)/,
  new RegExp(`^${DAY}[ -]${MONTH},?[ -]${YEAR}(?!\\d)`, 'i'),
  new RegExp(`^${MONTH} ${DAY},? ${YEAR}(?!\\d)`, 'i'),
];

function readWrittenDay(text: string): { day: Day; rest: string } | undefined {
  for (const pattern of WRITTEN_DAYS) {
    const found = pattern.exec(text);
    const day = found?.groups && dayIn(found.groups);
    if (day) return { day, rest: text.slice(found[0].length) };
  }
  return undefined;
}

/** How many days after today. */
const NAMED_DAYS: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** A day that is named from where the person's clocks stand now. */
function readNamedDay(
  text: string,
  timezone: string | null | undefined,
): { day: Day; rest: string } | undefined {
  const [named] = /^[a-z]+/i.exec(text) ?? [];
  const days = NAMED_DAYS[named?.toLowerCase() ?? ''];
  if (named === undefined || days === undefined) return undefined;
  const today = localTime(new Date().toISOString(), timezone).slice(0, 10);
  const date = new Date(Date.parse(today) + days * DAY_MS);
  return {
    day: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    rest: text.slice(named.length),
  };
}

function dayIn(groups: Partial<Record<string, string>>): Day | undefined {
  const { year, name, first, second, sign } = groups;
  if (first !== undefined && second !== undefined) {
    const order = orderOf(Number(first), Number(second), sign);
    return order && { year: Number(year), ...order };
  }
  const month = name === undefined ? Number(groups['month']) : monthNamed(name);
  return { year: Number(year), month, day: Number(groups['day']) };
}

/** Which of two numbers is the month: the sign between them says it, where both may be one. */
function orderOf(first: number, second: number, sign: string | undefined) {
  const monthFirst = { month: first, day: second };
  const dayFirst = { month: second, day: first };
  if (first > 12) return dayFirst;
  if (second > 12) return monthFirst;
  if (sign === '/') return monthFirst;
  return sign === '.' || first === second ? dayFirst : undefined;
}

/** The number of a month by its English name or at least three letters of it; 0 for none. */
function monthNamed(name: string): number {
  return MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1;
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function weekdayOf({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function asIso({ year, month, day }: Day): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

const CLOCK =
  /^(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?)? ?(?<half>[ap]\.?m\b\.?)?(?!\d)/i;
const COMPACT_CLOCK = /^(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?(?!\d)/;

/** The time after a day, in milliseconds from midnight; midnight where there is none. */
function readTime(text: string): { milliseconds: number; rest: string } | undefined {
  const start = /^(T|,? at |, ?| )/i.exec(text)?.[0].length ?? 0;
  if (start === 0) return { milliseconds: 0, rest: text };
  const rest = text.slice(start).replace(/^(?:noon|midnight)\b/i, clockOf);
  const found = (text.startsWith('T') ? COMPACT_CLOCK.exec(rest) : null) ?? CLOCK.exec(rest);
  if (!found?.groups) return { milliseconds: 0, rest: ` ${rest}` };
  const milliseconds = timeIn(found.groups);
  return milliseconds === undefined
    ? undefined
    : { milliseconds, rest: rest.slice(found[0].length) };
}

/** `noon` and `midnight` as clocks show them. */
function clockOf(named: string): string {
  return named.toLowerCase() === 'noon' ? '12:00 pm' : '12:00 am';
}

function timeIn(groups: Partial<Record<string, string>>): number | undefined {
  const { hour, minute, second = '0', fraction = '0', half } = groups;
  // A bare number after a day is no time.
  if (minute === undefined && half === undefined) return undefined;
  const hours = hourOf(Number(hour), half);
  const [minutes, seconds] = [Number(minute ?? 0), Number(second)];
  if (hours === undefined || minutes > 59 || seconds > 59) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds;
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour < 24 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** Names of offsets, as in the dates of emails (RFC 5322); others stand for several around the world. */
const OFFSETS: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
};

/** What follows a time: an offset in milliseconds, the name of a zone, or nothing. */
type Zone = { offset: number } | { name: string } | { local: true };

function readZone(text: string): Zone | undefined {
  // `GMT+0100 (CET)` and `+01:00[Europe/Berlin]` say the same twice.
  const zone = text.replace(/(\([\w .+-]*\)|\[[\w/+-]*\])$/, '').trim();
  if (zone === '') return text.trim() === '' ? { local: true } : undefined;
  const signed = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (signed)
    return signedOffset(signed[1] === '-' ? -1 : 1, Number(signed[2]), Number(signed[3] ?? 0));
  const hours = OFFSETS[zone.toUpperCase()];
  if (hours !== undefined) return { offset: hours * HOUR };
  return /^[a-z]+(\/[\w+-]+)+$/i.test(zone) && isTimezone(zone) ? { name: zone } : undefined;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_MS = 24 * HOUR;

function signedOffset(sign: number, hours: number, minutes: number): Zone | undefined {
  if (hours > 14 || minutes > 59) return undefined;
  return { offset: sign * (hours * HOUR + minutes * MINUTE) };
}

/**
 * The moment at which a zone's clocks show a time. Of a time that they show twice it is the first; one
 * that they skip is as long after midnight as it would have been.
 */
function atWall(wall: number, zone: Zone, timezone: string): number {
  if ('offset' in zone) return wall - zone.offset;
  const name = 'name' in zone ? zone.name : timezone;
  const before = wall - offsetAt(wall - DAY_MS, name);
  const after = wall - offsetAt(wall + DAY_MS, name);
  const shown = [before, after].find((moment) => moment + offsetAt(moment, name) === wall);
  return shown ?? before;
}

const toTheSecond = clocks({
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/** Milliseconds that the zone's clocks are ahead of UTC at a moment. */
function offsetAt(moment: number, timezone: string): number {
  const part = toTheSecond(new Date(moment), timezone);
  const shown = Date.UTC(
    Number(part('year')),
    Number(part('month')) - 1,
    Number(part('day')),
    Number(part('hour')),
    Number(part('minute')),
    Number(part('second')),
  );
  return shown - Math.floor(moment / 1000) * 1000;
}
