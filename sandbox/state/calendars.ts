import { newId } from './ids.ts';
import type { Named } from './records.ts';

/** Records of the calendars' area, as `records.ts` keeps the others. */

export interface CalendarGroup extends Named {
  description: string;
  slug: string;
  isActive: boolean;
}

/** Hours in which a calendar can be booked, in minutes after midnight in its sub-account's zone. */
export interface OpenHours {
  /** 0 is Sunday. */
  days: number[];
  from: number;
  to: number;
}

export type CalendarType =
  | 'round_robin'
  | 'event'
  | 'class_booking'
  | 'collective'
  | 'service_booking'
  | 'personal';

export interface Calendar extends Named {
  groupId?: string;
  description: string;
  slug: string;
  calendarType: CalendarType;
  isActive: boolean;
  /** In minutes. */
  slotDuration: number;
  slotInterval: number;
  /** How many book one slot. */
  perSlot: number;
  /** User ids of the team; the first is the primary one. */
  team: string[];
  /** Whether a booking must name its user (highlevel-api-docs #23). */
  asksForUser: boolean;
  openHours: OpenHours[];
  /** How many days ahead it can be booked. */
  bookableDays: number;
}

export const APPOINTMENT_STATUSES = [
  'new',
  'confirmed',
  'cancelled',
  'showed',
  'noshow',
  'invalid',
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export interface Appointment {
  id: string;
  locationId: string;
  calendarId: string;
  contactId: string;
  title: string;
  appointmentStatus: AppointmentStatus;
  assignedUserId?: string;
  address?: string;
  description?: string;
  meetingLocationType?: string;
  rrule?: string;
  source: string;
  createdByUser?: string;
  startTime: number;
  endTime: number;
  deleted: boolean;
  dateAdded: number;
  dateUpdated: number;
}

/** Time in which a calendar or a user cannot be booked. */
export interface BlockedSlot {
  id: string;
  locationId: string;
  calendarId?: string;
  assignedUserId?: string;
  title: string;
  startTime: number;
  endTime: number;
  dateAdded: number;
  dateUpdated: number;
}

export interface AppointmentNote {
  id: string;
  locationId: string;
  appointmentId: string;
  contactId: string;
  userId?: string;
  body: string;
  dateAdded: number;
}

/** An appointment's starting state. */
export const newAppointment = (
  appointment: Pick<
    Appointment,
    'locationId' | 'calendarId' | 'contactId' | 'title' | 'startTime' | 'endTime'
  > &
    Partial<Appointment>,
  now: number,
): Appointment => ({
  id: newId(),
  appointmentStatus: 'confirmed',
  source: 'third_party',
  deleted: false,
  dateAdded: now,
  dateUpdated: now,
  ...appointment,
});
