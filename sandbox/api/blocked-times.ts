import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, notFound } from '../http/errors.ts';
import { readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { BlockedSlot } from '../state/calendars.ts';
import { newId } from '../state/ids.ts';
import { moment, readEventQuery } from './appointments.ts';
import { blockRow, blockWritten } from './calendar-views.ts';
import { findCalendar, param } from './find.ts';

const WRITE = { access: { scope: 'calendars/events.write' } };

/** Whose time is blocked: the specification asks for a calendar, what works is exactly one of the two. */
function ownerOf(
  sandbox: Sandbox,
  request: FastifyRequest,
  locationId: string,
  given: { calendarId?: string | undefined; assignedUserId?: string | undefined },
): Pick<BlockedSlot, 'calendarId' | 'assignedUserId'> {
  const { calendarId, assignedUserId } = given;
  if (calendarId !== undefined && assignedUserId === undefined) {
    return { calendarId: findCalendar(sandbox, request, calendarId).id };
  }
  if (assignedUserId !== undefined && calendarId === undefined) {
    const user = sandbox.store.users.get(assignedUserId);
    if (!user?.locationIds.includes(locationId)) throw badRequest('Invalid assignedUserId');
    return { assignedUserId };
  }
  throw badRequest('Either calendarId or assignedUserId is required, not both');
}

const OPTIONAL = { title: string, calendarId: string, assignedUserId: string };

function spanOf(startTime: string, endTime: string): Pick<BlockedSlot, 'startTime' | 'endTime'> {
  const span = { startTime: Date.parse(startTime), endTime: Date.parse(endTime) };
  if (span.endTime <= span.startTime) throw badRequest('endTime must be after startTime');
  return span;
}

/** Time in which a calendar or a user cannot be booked. */
export function blockedTimeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/calendars/blocked-slots',
    { config: { access: { scope: 'calendars/events.readonly' } } },
    (request) => {
      const { locationId, start, end, owner } = readEventQuery(request);
      const found = sandbox.store.blockedSlots.filter(
        (one) =>
          one.locationId === locationId &&
          one.startTime >= start &&
          one.startTime <= end &&
          (owner.calendarId === undefined || one.calendarId === owner.calendarId) &&
          (owner.userId === undefined || one.assignedUserId === owner.userId) &&
          (owner.groupId === undefined ||
            sandbox.store.calendars.get(one.calendarId ?? '')?.groupId === owner.groupId),
      );
      return { events: found.map((one) => blockRow(sandbox, one)) };
    },
  );

  app.post('/calendars/events/block-slots', { config: WRITE }, (request, reply) => {
    const body = readBody(
      request.body,
      { locationId: string, startTime: moment, endTime: moment },
      OPTIONAL,
    );
    const { locationId, title = 'Blocked' } = body;
    requireLocation(request, locationId);
    const now = sandbox.now();
    const block = sandbox.store.blockedSlots.add({
      id: newId(),
      locationId,
      title,
      ...ownerOf(sandbox, request, locationId, body),
      ...spanOf(body.startTime, body.endTime),
      dateAdded: now,
      dateUpdated: now,
    });
    void reply.code(201);
    return blockWritten(sandbox, block);
  });

  app.put('/calendars/events/block-slots/:eventId', { config: WRITE }, (request, reply) => {
    const body = readBody(
      request.body,
      { locationId: string },
      { ...OPTIONAL, startTime: moment, endTime: moment },
    );
    const id = param(request, 'eventId');
    const block = sandbox.store.blockedSlots.get(id);
    if (!block) throw notFound(`Block slot with id ${id} not found`);
    requireLocation(request, block.locationId);
    const { startTime, endTime, title, calendarId, assignedUserId } = body;
    if (calendarId !== undefined || assignedUserId !== undefined) {
      const owner = ownerOf(sandbox, request, block.locationId, body);
      delete block.calendarId;
      delete block.assignedUserId;
      Object.assign(block, owner);
    }
    Object.assign(
      block,
      spanOf(
        startTime ?? new Date(block.startTime).toISOString(),
        endTime ?? new Date(block.endTime).toISOString(),
      ),
      { title: title ?? block.title, dateUpdated: sandbox.now() },
    );
    void reply.code(201);
    return blockWritten(sandbox, block);
  });
}
