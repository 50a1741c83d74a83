import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type {
  Appointment,
  AppointmentNote,
  BlockedSlot,
  Calendar,
  CalendarGroup,
  OpenHours,
} from '../state/calendars.ts';
import { isoIn, localText } from '../state/zones.ts';
import { iso } from './views.ts';

/** The time zone of a sub-account. */
export const zoneOf = ({ store }: Sandbox, locationId: string): string =>
  store.locations.get(locationId)?.timezone ?? 'UTC';

export const groupView = ({ locationId, ...group }: CalendarGroup): Json => ({
  locationId,
  name: group.name,
  description: group.description,
  slug: group.slug,
  isActive: group.isActive,
  id: group.id,
});

const hoursView = ({ days, from, to }: OpenHours): Json => ({
  daysOfTheWeek: days,
  hours: [
    {
      openHour: Math.floor(from / 60),
      openMinute: from % 60,
      closeHour: Math.floor(to / 60),
      closeMinute: to % 60,
    },
  ],
});

/** A calendar; without opening hours of its own it has `{}` in their place, and no list. */
export const calendarView = (calendar: Calendar): Json => ({
  id: calendar.id,
  locationId: calendar.locationId,
  groupId: calendar.groupId,
  name: calendar.name,
  description: calendar.description,
  slug: calendar.slug,
  widgetSlug: calendar.slug,
  calendarType: calendar.calendarType,
  eventType: 'RoundRobin_OptimizeForAvailability',
  widgetType: 'classic',
  eventTitle: '{{contact.name}}',
  eventColor: '#039be5',
  isActive: calendar.isActive,
  teamMembers: calendar.team.map((userId, index) => ({
    userId,
    priority: 0.5,
    meetingLocationType: 'custom',
    meetingLocation: '',
    isPrimary: index === 0,
    locationConfigurations: [{ kind: 'custom', location: '', meetingId: 'custom_0' }],
  })),
  slotDuration: calendar.slotDuration,
  slotDurationUnit: 'mins',
  slotInterval: calendar.slotInterval,
  slotIntervalUnit: 'mins',
  slotBuffer: 0,
  preBuffer: 0,
  appoinmentPerSlot: calendar.perSlot,
  allowBookingFor: calendar.bookableDays,
  allowBookingForUnit: 'days',
  openHours: calendar.openHours.length > 0 ? calendar.openHours.map(hoursView) : {},
  enableRecurring: false,
  autoConfirm: true,
  allowReschedule: true,
  allowCancellation: true,
  availabilityType: 0,
  availabilities: [],
  notes: '',
});

/** The answer to booking and changing, without the times (highlevel-api-docs #246). */
export const appointmentWritten = (appointment: Appointment): Json => ({
  id: appointment.id,
  calendarId: appointment.calendarId,
  locationId: appointment.locationId,
  contactId: appointment.contactId,
  title: appointment.title,
  status: 'booked',
  appointmentStatus: appointment.appointmentStatus,
  appoinmentStatus: appointment.appointmentStatus,
  assignedUserId: appointment.assignedUserId,
  address: appointment.address ?? '',
  isRecurring: appointment.rrule !== undefined,
  dateAdded: iso(appointment.dateAdded),
  dateUpdated: iso(appointment.dateUpdated),
});

/** An appointment in a list of events and alone: times with the offset of its sub-account. */
export function appointmentDetail(sandbox: Sandbox, appointment: Appointment): Json {
  const zone = zoneOf(sandbox, appointment.locationId);
  const { assignedUserId, rrule, createdByUser } = appointment;
  return {
    id: appointment.id,
    address: appointment.address ?? '',
    title: appointment.title,
    calendarId: appointment.calendarId,
    locationId: appointment.locationId,
    contactId: appointment.contactId,
    groupId: sandbox.store.calendars.get(appointment.calendarId)?.groupId ?? '',
    appointmentStatus: appointment.appointmentStatus,
    assignedUserId,
    users: assignedUserId === undefined ? [] : [assignedUserId],
    notes: appointment.description ?? '',
    description: appointment.description ?? '',
    isRecurring: rrule !== undefined,
    ...(rrule === undefined ? {} : { rrule, masterEventId: appointment.id }),
    startTime: isoIn(zone, appointment.startTime),
    endTime: isoIn(zone, appointment.endTime),
    dateAdded: isoIn(zone, appointment.dateAdded),
    dateUpdated: isoIn(zone, appointment.dateUpdated),
    assignedResources: [],
    createdBy: {
      source: appointment.source,
      ...(createdByUser === undefined ? {} : { userId: createdByUser }),
    },
  };
}

/** A row of a contact's appointments: times without an offset, by the clocks of the sub-account. */
export function contactAppointment(sandbox: Sandbox, appointment: Appointment): Json {
  const zone = zoneOf(sandbox, appointment.locationId);
  const { assignedUserId } = appointment;
  return {
    id: appointment.id,
    calendarId: appointment.calendarId,
    status: 'booked',
    title: appointment.title,
    assignedUserId,
    notes: appointment.description ?? '',
    startTime: localText(zone, appointment.startTime),
    endTime: localText(zone, appointment.endTime),
    address: appointment.address ?? '',
    locationId: appointment.locationId,
    contactId: appointment.contactId,
    groupId: sandbox.store.calendars.get(appointment.calendarId)?.groupId ?? '',
    appointmentStatus: appointment.appointmentStatus,
    users: assignedUserId === undefined ? [] : [assignedUserId],
    dateAdded: localText(zone, appointment.dateAdded),
    dateUpdated: localText(zone, appointment.dateUpdated),
    assignedResources: [],
    ...(appointment.deleted ? { deleted: true } : {}),
  };
}

/** The answer to blocking time off. */
export function blockWritten(sandbox: Sandbox, block: BlockedSlot): Json {
  const zone = zoneOf(sandbox, block.locationId);
  return {
    id: block.id,
    locationId: block.locationId,
    title: block.title,
    startTime: isoIn(zone, block.startTime),
    endTime: isoIn(zone, block.endTime),
    calendarId: block.calendarId,
    assignedUserId: block.assignedUserId,
  };
}

/** A row of the blocked times, which has the keys of an appointment. */
export function blockRow(sandbox: Sandbox, block: BlockedSlot): Json {
  const zone = zoneOf(sandbox, block.locationId);
  return {
    ...blockWritten(sandbox, block),
    users: block.assignedUserId === undefined ? [] : [block.assignedUserId],
    dateAdded: isoIn(zone, block.dateAdded),
    dateUpdated: isoIn(zone, block.dateUpdated),
    assignedResources: [],
  };
}

export function appointmentNoteView({ store }: Sandbox, note: AppointmentNote): Json {
  const user = store.users.get(note.userId ?? '');
  return {
    id: note.id,
    body: note.body,
    userId: note.userId,
    dateAdded: iso(note.dateAdded),
    contactId: note.contactId,
    ...(user ? { createdBy: { id: user.id, name: `${user.firstName} ${user.lastName}` } } : {}),
  };
}
