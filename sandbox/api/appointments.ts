import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { badRequest, unprocessable } from '../http/errors.ts';
import { boolean, numberText, oneOf, type Reader, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { freeStarts, freeTeam, isFree, type Span } from '../state/availability.ts';
import {
  type Appointment,
  APPOINTMENT_STATUSES,
  type AppointmentStatus,
  type Calendar,
  newAppointment,
} from '../state/calendars.ts';
import { appointmentEvent, type AppointmentEvent } from '../webhooks/appointment-events.ts';
import {
  appointmentDetail,
  appointmentWritten,
  contactAppointment,
  zoneOf,
} from './calendar-views.ts';
import { findAppointment, findCalendar, findContact, param } from './find.ts';
import { fullName } from './views.ts';

const READ = { access: { scope: 'calendars/events.readonly' } };
const WRITE = { access: { scope: 'calendars/events.write' } };

const MINUTE = 60_000;
const BUSY = 'The slot you have selected is no longer available.';

/** A moment with its offset; the text is handed on, since how it is written counts. */
export const moment: Reader<string> = (value, name, problems) => {
  const valid =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(value) &&
    !Number.isNaN(Date.parse(value));
  if (valid) return value;
  problems.push(`${name} must be a valid ISO 8601 date string`);
  return undefined;
};

const CHANGES = {
  title: string,
  meetingLocationType: oneOf(['custom', 'zoom', 'gmeet', 'phone', 'address', 'ms_teams', 'google']),
  meetingLocationId: string,
  overrideLocationConfig: boolean,
  appointmentStatus: oneOf(APPOINTMENT_STATUSES),
  assignedUserId: string,
  description: string,
  address: string,
  ignoreDateRange: boolean,
  toNotify: boolean,
  ignoreFreeSlotValidation: boolean,
  rrule: string,
  endTime: moment,
};

interface Input {
  title?: string | undefined;
  meetingLocationType?: string | undefined;
  appointmentStatus?: AppointmentStatus | undefined;
  assignedUserId?: string | undefined;
  description?: string | undefined;
  address?: string | undefined;
  ignoreDateRange?: boolean | undefined;
  ignoreFreeSlotValidation?: boolean | undefined;
  rrule?: string | undefined;
  startTime?: string | undefined;
  endTime?: string | undefined;
}

const fire = (sandbox: Sandbox, type: AppointmentEvent, appointment: Appointment): void => {
  sandbox.webhooks.fire(appointmentEvent(sandbox, type, appointment));
};

/** The time of a write; without an end the calendar's own length. */
function spanOf(calendar: Calendar, startTime: string, endTime: string | undefined): Span {
  const start = Date.parse(startTime);
  const end = endTime === undefined ? start + calendar.slotDuration * MINUTE : Date.parse(endTime);
  if (end <= start) throw badRequest('endTime must be after startTime');
  return { start, end };
}

/**
 * Refuses a time that cannot be booked. One that is written in UTC is no free slot, even where its
 * instant is one: slots are written with the offset of their zone.
 */
function checkTime(
  sandbox: Sandbox,
  calendar: Calendar,
  span: Span,
  input: Input,
  except?: string,
): void {
  if (input.ignoreFreeSlotValidation === true) return;
  const asking = { userId: input.assignedUserId, except };
  const exact = !(input.startTime ?? '').endsWith('Z') || !sandbox.settings.exactSlots;
  const range = { start: span.start, end: span.start + 1 };
  const zone = zoneOf(sandbox, calendar.locationId);
  const free =
    input.ignoreDateRange === true
      ? isFree(sandbox.store, calendar, span, asking)
      : freeStarts(sandbox.store, calendar, zone, range, { ...asking, now: sandbox.now() }).length >
          0 && isFree(sandbox.store, calendar, span, asking);
  if (!exact || !free) throw badRequest(BUSY);
}

/** Who takes the appointment: the named user of the team, or one who is free. */
function assigneeOf(
  { store }: Sandbox,
  calendar: Calendar,
  span: Span,
  userId: string | undefined,
): string | undefined {
  if (userId !== undefined) {
    if (calendar.team.length > 0 && !calendar.team.includes(userId)) {
      throw badRequest('The user id not part of calendar team.');
    }
    if (!store.users.get(userId)?.locationIds.includes(calendar.locationId)) {
      throw badRequest('Invalid assignedUserId');
    }
    return userId;
  }
  if (calendar.asksForUser) {
    throw badRequest('A team member needs to be selected. assignedUserId is missing');
  }
  return freeTeam(store, calendar, span)[0] ?? calendar.team[0];
}

/** Sets the keys that stand in an appointment as they are written. */
function apply(appointment: Appointment, input: Input): void {
  const { title, appointmentStatus, description, address, meetingLocationType, rrule } = input;
  for (const [key, value] of Object.entries({
    title,
    appointmentStatus,
    description,
    address,
    meetingLocationType,
    rrule,
  })) {
    if (value !== undefined) Object.assign(appointment, { [key]: value });
  }
}

function book(sandbox: Sandbox, request: FastifyRequest): Appointment {
  const { calendarId, locationId, contactId, ...input } = readBody(
    request.body,
    { calendarId: string, locationId: string, contactId: string, startTime: moment },
    CHANGES,
  );
  requireLocation(request, locationId);
  const calendar = findCalendar(sandbox, request, calendarId);
  const contact = findContact(sandbox, request, contactId);
  const span = spanOf(calendar, input.startTime, input.endTime);
  const assignedUserId = assigneeOf(sandbox, calendar, span, input.assignedUserId);
  checkTime(sandbox, calendar, span, input);
  const appointment = newAppointment(
    {
      locationId,
      calendarId,
      contactId,
      title: fullName(contact),
      startTime: span.start,
      endTime: span.end,
      ...(assignedUserId === undefined ? {} : { assignedUserId }),
    },
    sandbox.now(),
  );
  apply(appointment, input);
  sandbox.store.appointments.add(appointment);
  fire(sandbox, 'AppointmentCreate', appointment);
  return appointment;
}

function change(sandbox: Sandbox, request: FastifyRequest): Appointment {
  const { calendarId, ...input } = readBody(
    request.body,
    {},
    { ...CHANGES, calendarId: string, startTime: moment },
  );
  const appointment = findAppointment(sandbox, request, param(request, 'eventId'));
  const calendar = findCalendar(sandbox, request, calendarId ?? appointment.calendarId);
  if (input.startTime !== undefined || input.endTime !== undefined) {
    const length = appointment.endTime - appointment.startTime;
    const start = input.startTime ?? new Date(appointment.startTime).toISOString();
    const span = spanOf(calendar, start, input.endTime);
    if (input.endTime === undefined) span.end = span.start + length;
    if (input.startTime !== undefined) checkTime(sandbox, calendar, span, input, appointment.id);
    Object.assign(appointment, { startTime: span.start, endTime: span.end });
  }
  if (input.assignedUserId !== undefined) {
    const span = { start: appointment.startTime, end: appointment.endTime };
    Object.assign(appointment, {
      assignedUserId: assigneeOf(sandbox, calendar, span, input.assignedUserId),
    });
  }
  appointment.calendarId = calendar.id;
  apply(appointment, input);
  appointment.dateUpdated = sandbox.now();
  fire(sandbox, 'AppointmentUpdate', appointment);
  return appointment;
}

/** What a list of events asks for: a range by the start, and one owner of three kinds. */
export function readEventQuery(request: FastifyRequest): {
  locationId: string;
  start: number;
  end: number;
  owner: { userId?: string; calendarId?: string; groupId?: string };
} {
  const { locationId, startTime, endTime, ...owner } = readLocationQuery(
    request,
    { startTime: numberText, endTime: numberText },
    { userId: string, calendarId: string, groupId: string },
  );
  if (Object.keys(owner).length !== 1) {
    throw unprocessable(['Either of calendarId, userId or groupId is required']);
  }
  return { locationId, start: startTime, end: endTime, owner };
}

/** Appointments: booking, changing, reading, and the lists of them. */
export function appointmentRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/calendars/events/appointments', { config: WRITE }, (request) =>
    appointmentWritten(book(sandbox, request)),
  );

  app.put('/calendars/events/appointments/:eventId', { config: WRITE }, (request) =>
    appointmentWritten(change(sandbox, request)),
  );

  app.get('/calendars/events/appointments/:eventId', { config: READ }, (request) => {
    const appointment = findAppointment(sandbox, request, param(request, 'eventId'), 'deleted');
    return {
      appointment: {
        ...appointmentDetail(sandbox, appointment),
        ...(appointment.deleted ? { deleted: true } : {}),
      },
    };
  });

  app.get('/calendars/events', { config: READ }, (request) => {
    const { locationId, start, end, owner } = readEventQuery(request);
    const found = sandbox.store.appointments
      .filter(
        (one) =>
          one.locationId === locationId &&
          !one.deleted &&
          one.startTime >= start &&
          one.startTime <= end &&
          (owner.calendarId === undefined || one.calendarId === owner.calendarId) &&
          (owner.userId === undefined || one.assignedUserId === owner.userId) &&
          (owner.groupId === undefined ||
            sandbox.store.calendars.get(one.calendarId)?.groupId === owner.groupId),
      )
      .sort((a, b) => a.startTime - b.startTime);
    return { events: found.map((one) => appointmentDetail(sandbox, one)) };
  });

  app.delete('/calendars/events/:eventId', { config: WRITE }, (request, reply) => {
    readBody(request.body, {}, {});
    const id = param(request, 'eventId');
    const block = sandbox.store.blockedSlots.get(id);
    if (block) {
      requireLocation(request, block.locationId);
      sandbox.store.blockedSlots.delete(id);
    } else {
      const appointment = findAppointment(sandbox, request, id);
      appointment.deleted = true;
      appointment.dateUpdated = sandbox.now();
      fire(sandbox, 'AppointmentDelete', appointment);
    }
    void reply.code(201);
    return { succeeded: true };
  });

  app.get(
    '/contacts/:contactId/appointments',
    { config: { access: { scope: 'contacts.readonly' } } },
    (request) => {
      const contact = findContact(sandbox, request, param(request, 'contactId'));
      const found = sandbox.store.appointments
        .filter(({ contactId }) => contactId === contact.id)
        .sort((a, b) => b.startTime - a.startTime);
      return { events: found.map((one) => contactAppointment(sandbox, one)) };
    },
  );
}
