import type { FastifyInstance, FastifyRequest } from 'fastify';

import { badRequest } from '../http/errors.ts';
import { between, numberText, type Reader, readBody, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { AppointmentNote } from '../state/calendars.ts';
import { newId } from '../state/ids.ts';
import { appointmentNoteView } from './calendar-views.ts';
import { findAppointment, param } from './find.ts';

const WRITE = { access: { scope: 'calendars/events.write' } };
const PATH = '/calendars/appointments/:appointmentId/notes';

/** Characters of a note at most. */
const LONGEST = 5000;

const noteText: Reader<string> = (value, name, problems) => {
  const found = string(value, name, problems);
  if (found === undefined || found.length <= LONGEST) return found;
  problems.push(`${name} must be shorter than or equal to ${String(LONGEST)} characters`);
  return undefined;
};

function find(sandbox: Sandbox, request: FastifyRequest): AppointmentNote {
  const appointment = findAppointment(sandbox, request, param(request, 'appointmentId'));
  const id = param(request, 'noteId');
  const note = sandbox.store.appointmentNotes.get(id);
  if (note?.appointmentId !== appointment.id) throw badRequest(`Note with id ${id} not found`);
  return note;
}

/** Notes of an appointment. */
export function appointmentNoteRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(PATH, { config: { access: { scope: 'calendars/events.readonly' } } }, (request) => {
    const { limit, offset } = readQuery(
      request.query,
      {
        limit: between(1, 20, numberText),
        offset: between(0, Number.MAX_SAFE_INTEGER, numberText),
      },
      {},
    );
    const appointment = findAppointment(sandbox, request, param(request, 'appointmentId'));
    const found = sandbox.store.appointmentNotes
      .filter(({ appointmentId }) => appointmentId === appointment.id)
      .sort((a, b) => b.dateAdded - a.dateAdded);
    return {
      notes: found.slice(offset, offset + limit).map((one) => appointmentNoteView(sandbox, one)),
      hasMore: found.length > offset + limit,
    };
  });

  app.post(PATH, { config: WRITE }, (request, reply) => {
    const body = readBody(request.body, { body: noteText }, { userId: string });
    const appointment = findAppointment(sandbox, request, param(request, 'appointmentId'));
    const note = sandbox.store.appointmentNotes.add({
      ...body,
      id: newId(),
      locationId: appointment.locationId,
      appointmentId: appointment.id,
      contactId: appointment.contactId,
      dateAdded: sandbox.now(),
    });
    void reply.code(201);
    return { note: appointmentNoteView(sandbox, note) };
  });

  app.put(`${PATH}/:noteId`, { config: WRITE }, (request) => {
    const body = readBody(request.body, { body: noteText }, { userId: string });
    const note = Object.assign(find(sandbox, request), body);
    return { note: appointmentNoteView(sandbox, note) };
  });

  app.delete(`${PATH}/:noteId`, { config: WRITE }, (request) => {
    sandbox.store.appointmentNotes.delete(find(sandbox, request).id);
    return { success: true };
  });
}
