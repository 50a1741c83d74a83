import type { Appointment, Calendar } from './calendars.ts';
import type { Store } from './store.ts';
import { dayIn, momentIn } from './zones.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A time that is asked for. */
export interface Span {
  start: number;
  end: number;
}

/** Who asks for a time, and which appointment of theirs does not stand in its own way. */
export interface Asking {
  userId?: string | undefined;
  except?: string | undefined;
}

/** Statuses that leave the time free for others. */
const FREEING = ['cancelled', 'invalid', 'noshow'];

const overlaps = (one: { startTime: number; endTime: number }, { start, end }: Span): boolean =>
  one.startTime < end && one.endTime > start;

function takenBy(
  store: Store,
  locationId: string,
  span: Span,
  except: string | undefined,
): Appointment[] {
  return store.appointments.filter(
    (one) =>
      one.locationId === locationId &&
      one.id !== except &&
      !one.deleted &&
      !FREEING.includes(one.appointmentStatus) &&
      overlaps(one, span),
  );
}

/** Who of the calendar's team has time then. */
export function freeTeam(store: Store, calendar: Calendar, span: Span, except?: string): string[] {
  const taken = takenBy(store, calendar.locationId, span, except);
  const blocked = store.blockedSlots.filter((one) => overlaps(one, span));
  return calendar.team.filter(
    (userId) =>
      !taken.some(({ assignedUserId }) => assignedUserId === userId) &&
      !blocked.some(({ assignedUserId }) => assignedUserId === userId),
  );
}

/** Whether a time can be booked, whatever the opening hours say. */
export function isFree(store: Store, calendar: Calendar, span: Span, asking: Asking): boolean {
  const isBlocked = store.blockedSlots.find(
    ({ calendarId, ...one }) => calendarId === calendar.id && overlaps(one, span),
  );
  if (isBlocked) return false;
  const { userId, except } = asking;
  const booked = takenBy(store, calendar.locationId, span, except).filter(
    ({ calendarId }) => calendarId === calendar.id,
  ).length;
  if (calendar.team.length === 0 || calendar.calendarType === 'class_booking') {
    return booked < calendar.perSlot;
  }
  const free = freeTeam(store, calendar, span, except);
  if (userId !== undefined) return free.includes(userId);
  return calendar.calendarType === 'collective'
    ? free.length === calendar.team.length
    : free.length > 0;
}

/** The starts of every slot in a range that the opening hours allow, the earliest first. */
function openStarts(calendar: Calendar, zone: string, range: Span): number[] {
  const starts: number[] = [];
  const last = dayIn(zone, range.end);
  for (let at = Date.parse(`${dayIn(zone, range.start)}T00:00:00Z`); ; at += DAY) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day > last) return starts;
    const weekday = new Date(at).getUTCDay();
    for (const { days, from, to } of calendar.openHours) {
      if (!days.includes(weekday)) continue;
      for (
        let minute = from;
        minute + calendar.slotDuration <= to;
        minute += calendar.slotInterval
      ) {
        const start = momentIn(zone, day, minute);
        if (start >= range.start && start < range.end) starts.push(start);
      }
    }
  }
}

/** The starts of what can be booked in a range, from `now` on. */
export function freeStarts(
  store: Store,
  calendar: Calendar,
  zone: string,
  range: Span,
  asking: Asking & { now: number },
): number[] {
  const from = Math.max(range.start, asking.now);
  const until = Math.min(range.end, asking.now + calendar.bookableDays * DAY);
  if (until <= from) return [];
  return openStarts(calendar, zone, { start: from, end: until }).filter((start) =>
    isFree(store, calendar, { start, end: start + calendar.slotDuration * MINUTE }, asking),
  );
}
