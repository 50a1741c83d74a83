import {
  type AppointmentStatus,
  type Calendar,
  newAppointment,
  type OpenHours,
} from '../state/calendars.ts';
import { seededId } from '../state/ids.ts';
import type { Store } from '../state/store.ts';
import { dayIn, momentIn } from '../state/zones.ts';
import { contactId, northsideContactId } from './contacts.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';
import { userId } from './users.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const ZONE = 'America/New_York';

const WORKDAYS: OpenHours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };

export const TREATMENTS = seededId('calendar-group:treatments');

const calendar = (
  name: string,
  rest: Partial<Calendar> & Pick<Calendar, 'calendarType'>,
): Calendar => ({
  id: seededId(`calendar:${name}`),
  locationId: HARBOUR,
  name,
  description: '',
  slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  isActive: true,
  slotDuration: 30,
  slotInterval: 30,
  perSlot: 1,
  team: [],
  asksForUser: false,
  openHours: [WORKDAYS],
  bookableDays: 120,
  ...rest,
});

/** One of every kind that books differently; the last belongs to the other sub-account. */
export const CALENDARS = {
  consultation: calendar('Consultation', {
    calendarType: 'round_robin',
    team: [userId('dana'), userId('miguel')],
  }),
  whitening: calendar('Whitening', {
    calendarType: 'event',
    groupId: TREATMENTS,
    slotDuration: 60,
    slotInterval: 60,
  }),
  secondOpinion: calendar('Second Opinion', {
    calendarType: 'personal',
    groupId: TREATMENTS,
    team: [userId('dana')],
    asksForUser: true,
    slotDuration: 45,
    slotInterval: 15,
  }),
  emergency: calendar('Emergency', { calendarType: 'event', isActive: false, openHours: [] }),
  trialClass: calendar('Trial Class', {
    calendarType: 'class_booking',
    locationId: NORTHSIDE_ID,
    perSlot: 8,
    openHours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 18 * 60, to: 20 * 60 }],
  }),
};

export const appointmentId = (index: number): string => seededId(`appointment:${String(index)}`);

interface Visit {
  on: keyof typeof CALENDARS;
  /** Workdays from today; negative ones lie behind. */
  days: number;
  /** Minutes after midnight, by the clocks of the sub-account. */
  at: number;
  status: AppointmentStatus;
  user?: string;
  address?: string;
}

const VISITS: readonly Visit[] = [
  { on: 'consultation', days: 1, at: 10 * 60, status: 'confirmed', user: 'dana' },
  { on: 'consultation', days: 1, at: 10 * 60, status: 'new', user: 'miguel' },
  { on: 'whitening', days: 2, at: 14 * 60, status: 'confirmed', address: '12 Harbour Street' },
  { on: 'consultation', days: 3, at: 9 * 60, status: 'cancelled', user: 'dana' },
  { on: 'secondOpinion', days: 4, at: 11 * 60, status: 'confirmed', user: 'dana' },
  { on: 'consultation', days: -1, at: 15 * 60, status: 'showed', user: 'dana' },
  { on: 'consultation', days: -2, at: 16 * 60, status: 'noshow', user: 'miguel' },
  { on: 'whitening', days: -5, at: 10 * 60, status: 'showed' },
];

/** The moment a number of workdays from now, at a time of the sub-account's day. */
function workday(now: number, days: number, minutes: number): number {
  const step = Math.sign(days);
  let at = Date.parse(`${dayIn(ZONE, now)}T00:00:00Z`);
  for (let left = Math.abs(days); left > 0;) {
    at += step * DAY;
    if (![0, 6].includes(new Date(at).getUTCDay())) left -= 1;
  }
  return momentIn(ZONE, new Date(at).toISOString().slice(0, 10), minutes);
}

/** Calendars of every kind, and visits on the workdays before and after today. */
export function seedCalendars(store: Store, now: number): void {
  store.calendarGroups.add({
    id: TREATMENTS,
    locationId: HARBOUR,
    name: 'Treatments',
    description: 'Everything that takes an hour',
    slug: 'treatments',
    isActive: true,
  });
  for (const one of Object.values(CALENDARS)) store.calendars.add(structuredClone(one));
  VISITS.forEach((visit, index) => {
    const { id: calendarId, slotDuration } = CALENDARS[visit.on];
    const contact = store.contacts.get(contactId(index));
    const startTime = workday(now, visit.days, visit.at);
    store.appointments.add(
      newAppointment(
        {
          id: appointmentId(index),
          locationId: HARBOUR,
          calendarId,
          contactId: contactId(index),
          title: [contact?.firstName, contact?.lastName].join(' '),
          appointmentStatus: visit.status,
          source: index % 2 === 0 ? 'booking_widget' : 'calendar_page',
          startTime,
          endTime: startTime + slotDuration * MINUTE,
          ...(visit.user === undefined ? {} : { assignedUserId: userId(visit.user) }),
          ...(index === 0 ? { description: 'Prefers the ground floor.' } : {}),
          ...(visit.address === undefined ? {} : { address: visit.address }),
        },
        now - (index + 7) * DAY,
      ),
    );
  });
  store.appointmentNotes.add({
    id: seededId('appointment-note:0'),
    locationId: HARBOUR,
    appointmentId: appointmentId(0),
    contactId: contactId(0),
    userId: userId('dana'),
    body: 'Bring the old X-ray.',
    dateAdded: now - DAY,
  });
  const lunch = workday(now, 1, 12 * 60);
  store.blockedSlots.add({
    id: seededId('blocked:lunch'),
    locationId: HARBOUR,
    assignedUserId: userId('dana'),
    title: 'Lunch',
    startTime: lunch,
    endTime: lunch + HOUR,
    dateAdded: now - DAY,
    dateUpdated: now - DAY,
  });
  const evening = momentIn('America/Chicago', dayIn('America/Chicago', now + 2 * DAY), 18 * 60);
  store.appointments.add(
    newAppointment(
      {
        id: seededId('northside:appointment:0'),
        locationId: NORTHSIDE_ID,
        calendarId: CALENDARS.trialClass.id,
        contactId: northsideContactId(0),
        title: 'Paula Engel',
        startTime: evening,
        endTime: evening + 30 * MINUTE,
      },
      now - DAY,
    ),
  );
}
