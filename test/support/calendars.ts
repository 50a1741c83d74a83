import type { RawRecord } from '../../resources/values.ts';
import { highLevel, LOCATION_ID } from './app.ts';

/** The sub-account is in a time zone, which a step asks for once. */
export function inTimezone(timezone: string): void {
  highLevel()
    .get(`/locations/${LOCATION_ID}`)
    .reply(200, { location: { id: LOCATION_ID, timezone } });
}

/** An appointment as HighLevel lists and reads it, in New York. */
export const APPOINTMENT: RawRecord = {
  id: 'a1ZbR4xVnL0shT7gK2mW',
  title: 'First talk',
  calendarId: 'cal1ZbR4xVnL0shT7gK2',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  locationId: LOCATION_ID,
  appointmentStatus: 'confirmed',
  assignedUserId: 'u1ZbR4xVnL0shT7gK2mW',
  users: ['u1ZbR4xVnL0shT7gK2mW'],
  address: '12 Main Street',
  notes: 'Bring the plan.',
  startTime: '2026-11-24T09:00:00-05:00',
  endTime: '2026-11-24T09:45:00-05:00',
  dateAdded: '2026-11-20T10:02:00-05:00',
};

/** What HighLevel answers to a booking: without its times (highlevel-api-docs #246). */
export const WRITTEN: RawRecord = {
  id: 'a1ZbR4xVnL0shT7gK2mW',
  calendarId: 'cal1ZbR4xVnL0shT7gK2',
  locationId: LOCATION_ID,
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  title: 'First talk',
  status: 'booked',
  appoinmentStatus: 'confirmed',
  isRecurring: false,
};

/** HighLevel has an appointment. */
export function hasAppointment(changes: RawRecord = {}): void {
  highLevel()
    .get('/calendars/events/appointments/a1ZbR4xVnL0shT7gK2mW')
    .reply(200, { appointment: { ...APPOINTMENT, ...changes } });
}
