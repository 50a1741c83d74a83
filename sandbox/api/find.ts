import type { FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, notFound } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Appointment, Calendar } from '../state/calendars.ts';
import type { Contact, Conversation, Message } from '../state/records.ts';

/** Reads one string parameter of the path. */
export function param(request: FastifyRequest, name: string): string {
  const { params } = request;
  if (typeof params === 'object' && params !== null && name in params) {
    const value: unknown = Reflect.get(params, name);
    if (typeof value === 'string') return value;
  }
  throw badRequest(`${name} is missing`);
}

/** The contact, or 400 as HighLevel answers for one that does not exist; 403 for another location's. */
export function findContact(sandbox: Sandbox, request: FastifyRequest, id: string): Contact {
  const contact = sandbox.store.contacts.get(id);
  if (!contact) throw badRequest(`Contact with id ${id} not found`);
  requireLocation(request, contact.locationId);
  return contact;
}

export function findConversation(
  sandbox: Sandbox,
  request: FastifyRequest,
  id: string,
): Conversation {
  const conversation = sandbox.store.conversations.get(id);
  if (!conversation) throw notFound(`Conversation with id ${id} not found`);
  requireLocation(request, conversation.locationId);
  return conversation;
}

export function findMessage(sandbox: Sandbox, request: FastifyRequest, id: string): Message {
  const message = sandbox.store.messages.get(id);
  if (!message) throw notFound(`Message with id ${id} not found`);
  requireLocation(request, message.locationId);
  return message;
}

export function findCalendar(sandbox: Sandbox, request: FastifyRequest, id: string): Calendar {
  const calendar = sandbox.store.calendars.get(id);
  if (!calendar) throw notFound(`Calendar with id ${id} not found`);
  requireLocation(request, calendar.locationId);
  return calendar;
}

/** The appointment; one that was deleted is still read by its id, and only that. */
export function findAppointment(
  sandbox: Sandbox,
  request: FastifyRequest,
  id: string,
  including?: 'deleted',
): Appointment {
  const appointment = sandbox.store.appointments.get(id);
  if (!appointment || (appointment.deleted && including !== 'deleted')) {
    throw notFound(`Appointment with id ${id} not found`);
  }
  requireLocation(request, appointment.locationId);
  return appointment;
}
