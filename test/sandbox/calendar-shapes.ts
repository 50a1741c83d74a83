import { envelope, traceId } from './shapes.ts';
import {
  anything,
  boolean,
  either,
  exactly,
  iso,
  like,
  listOf,
  number,
  optional,
  record,
  text,
} from './support/shape.ts';

/** The shapes of calendars, appointments and their events, as `shapes.ts` has the others. */

/** A moment as the clocks of a zone show it, with their offset. */
const zoned = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
/** The same without an offset. */
const local = like(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
const status = like(/^(new|confirmed|cancelled|showed|noshow|invalid)$/);
const minutes = like(/^mins$/);

const calendarKeys = record({
  id: text,
  locationId: text,
  groupId: optional(text),
  name: text,
  description: text,
  slug: text,
  widgetSlug: text,
  calendarType: like(/^(round_robin|event|class_booking|collective|service_booking|personal)$/),
  eventType: text,
  widgetType: text,
  eventTitle: text,
  eventColor: text,
  isActive: boolean,
  teamMembers: listOf(
    record({
      userId: text,
      priority: number,
      meetingLocationType: text,
      meetingLocation: text,
      isPrimary: boolean,
      locationConfigurations: listOf(record({ kind: text, location: text, meetingId: text })),
    }),
  ),
  slotDuration: number,
  slotDurationUnit: minutes,
  slotInterval: number,
  slotIntervalUnit: minutes,
  slotBuffer: number,
  preBuffer: number,
  appoinmentPerSlot: number,
  allowBookingFor: number,
  allowBookingForUnit: text,
  openHours: either(
    record({}),
    listOf(
      record({
        daysOfTheWeek: listOf(number),
        hours: listOf(
          record({ openHour: number, openMinute: number, closeHour: number, closeMinute: number }),
        ),
      }),
    ),
  ),
  enableRecurring: boolean,
  autoConfirm: boolean,
  allowReschedule: boolean,
  allowCancellation: boolean,
  availabilityType: number,
  availabilities: listOf(anything),
  notes: text,
});

export const calendars = record({ calendars: listOf(calendarKeys), traceId });
export const oneCalendar = record({ calendar: calendarKeys, traceId });

export const groups = record({
  groups: listOf(
    record({
      id: text,
      locationId: text,
      name: text,
      description: text,
      slug: text,
      isActive: boolean,
    }),
  ),
  traceId,
});

export const writtenAppointment = record({
  id: text,
  calendarId: text,
  locationId: text,
  contactId: text,
  title: text,
  status: exactly('booked'),
  appointmentStatus: status,
  appoinmentStatus: status,
  assignedUserId: optional(text),
  address: text,
  isRecurring: boolean,
  dateAdded: iso,
  dateUpdated: iso,
  traceId,
});

const appointment = {
  id: text,
  address: text,
  title: text,
  calendarId: text,
  locationId: text,
  contactId: text,
  groupId: text,
  appointmentStatus: status,
  assignedUserId: optional(text),
  users: listOf(text),
  notes: text,
  description: text,
  isRecurring: boolean,
  rrule: optional(text),
  masterEventId: optional(text),
  startTime: zoned,
  endTime: zoned,
  dateAdded: zoned,
  dateUpdated: zoned,
  assignedResources: listOf(text),
  createdBy: record({ source: text, userId: optional(text) }),
};

export const oneAppointment = record({
  appointment: record({ ...appointment, deleted: optional(boolean) }),
  traceId,
});
export const events = record({ events: listOf(record(appointment)), traceId });

export const contactAppointments = record({
  events: listOf(
    record({
      id: text,
      calendarId: text,
      status: exactly('booked'),
      title: text,
      assignedUserId: optional(text),
      notes: text,
      startTime: local,
      endTime: local,
      address: text,
      locationId: text,
      contactId: text,
      groupId: text,
      appointmentStatus: status,
      users: listOf(text),
      dateAdded: local,
      dateUpdated: local,
      assignedResources: listOf(text),
      deleted: optional(boolean),
    }),
  ),
  traceId,
});

const block = {
  id: text,
  locationId: text,
  title: text,
  startTime: zoned,
  endTime: zoned,
  calendarId: optional(text),
  assignedUserId: optional(text),
};

export const writtenBlock = record({ ...block, traceId });
export const blocks = record({
  events: listOf(
    record({
      ...block,
      users: listOf(text),
      dateAdded: zoned,
      dateUpdated: zoned,
      assignedResources: listOf(text),
    }),
  ),
  traceId,
});

const note = record({
  id: text,
  body: text,
  userId: optional(text),
  dateAdded: iso,
  contactId: text,
  createdBy: optional(record({ id: text, name: text })),
});

export const notes = record({ notes: listOf(note), hasMore: boolean, traceId });
export const oneNote = record({ note, traceId });

export const appointmentEvent = record({
  ...envelope,
  type: like(/^Appointment(Create|Update|Delete)$/),
  locationId: text,
  appointment: record({
    id: text,
    address: text,
    title: text,
    calendarId: text,
    contactId: text,
    groupId: text,
    appointmentStatus: status,
    assignedUserId: optional(text),
    users: listOf(text),
    notes: text,
    source: text,
    startTime: zoned,
    endTime: zoned,
    dateAdded: zoned,
    dateUpdated: zoned,
  }),
});
