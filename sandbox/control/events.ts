import type { FastifyInstance } from 'fastify';

import { badRequest, type Json } from '../http/errors.ts';
import { between, boolean, listOf, number, object, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { HARBOUR } from '../seed/ids.ts';
import { emailBy } from '../state/email-threads.ts';
import { APPOINTMENT_EVENTS, appointmentEvent } from '../webhooks/appointment-events.ts';
import {
  campaignEvent,
  contactEvent,
  messageEvent,
  noteEvent,
  taskEvent,
  unreadEvent,
  userEvent,
} from '../webhooks/events.ts';
import { INVOICE_EVENTS, invoiceEvent } from '../webhooks/invoice-events.ts';
import { OPPORTUNITY_EVENTS, opportunityEvent } from '../webhooks/opportunity-events.ts';
import { installEvent, removeInstall, uninstallEvent } from '../webhooks/installs.ts';

const MOST_BYTES = 100 * 1024 * 1024;

/** Builds the payload of an event from the record that it is about; undefined when there is no such record. */
function payloadOf(sandbox: Sandbox, type: string, id: string): Json | undefined {
  const { store } = sandbox;
  switch (type) {
    case 'InboundMessage':
    case 'OutboundMessage': {
      const email = emailBy(store, id);
      const message = store.messages.get(email?.messageId ?? id);
      return message && { ...messageEvent(sandbox, message, email), type };
    }
    case 'ConversationUnreadUpdate': {
      const conversation = store.conversations.get(id);
      return conversation && unreadEvent(conversation);
    }
    case 'ContactCreate':
    case 'ContactUpdate':
    case 'ContactDelete':
    case 'ContactTagUpdate':
    case 'ContactDndUpdate': {
      const contact = store.contacts.get(id);
      return contact && contactEvent(sandbox, type, contact);
    }
    case 'NoteCreate':
    case 'NoteUpdate':
    case 'NoteDelete': {
      const note = store.notes.get(id);
      return note && noteEvent(type, note);
    }
    case 'TaskCreate':
    case 'TaskComplete':
    case 'TaskDelete': {
      const task = store.tasks.get(id);
      return task && taskEvent(type, task);
    }
    case 'CampaignStatusUpdate': {
      const contact = store.contacts.get(id);
      return contact && campaignEvent(contact, sandbox.now());
    }
    case 'UserCreate':
    case 'UserUpdate':
    case 'UserDelete': {
      const user = store.users.get(id);
      return user && userEvent(type, user);
    }
    default: {
      const ofOpportunity = OPPORTUNITY_EVENTS.find((one) => one === type);
      const opportunity = store.opportunities.get(id);
      if (ofOpportunity && opportunity) return opportunityEvent(ofOpportunity, opportunity);
      const ofAppointment = APPOINTMENT_EVENTS.find((one) => one === type);
      const appointment = store.appointments.get(id);
      if (ofAppointment && appointment) {
        return appointmentEvent(sandbox, ofAppointment, appointment);
      }
      const ofInvoice = INVOICE_EVENTS.find((one) => one === type);
      const invoice = store.invoices.get(id);
      return ofInvoice && invoice && invoiceEvent(sandbox, ofInvoice, invoice);
    }
  }
}

/** The event with a `body` that brings it to a size, in bytes of JSON. */
function padded(event: Json, bytes: number): Json {
  const text = typeof event.body === 'string' ? event.body : '';
  const missing = bytes - Buffer.byteLength(JSON.stringify({ ...event, body: text }));
  return missing > 0 ? { ...event, body: text + 'x'.repeat(missing) } : event;
}

/**
 * Fires one event: for a record by its id, INSTALL or UNINSTALL of a location or of the agency, which
 * happens, or a whole payload of one's own. The payload counts before the event and its envelope, so that other apps, ids that were
 * seen before and odd dates can be sent, signed by the same key.
 */
export function eventRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/events', (request, reply) => {
    const body = readBody(
      request.body,
      {},
      {
        type: string,
        id: string,
        locationId: string,
        agency: boolean,
        versionId: string,
        payload: object,
        without: listOf(string),
        bytes: between(1, MOST_BYTES, number),
      },
    );
    const { type = '' } = body;
    let event: Json | undefined;
    const locationId = body.agency === true ? undefined : (body.locationId ?? HARBOUR);
    if (type === 'INSTALL') {
      if (locationId === undefined) sandbox.installations.toFutureLocations = true;
      else sandbox.installations.add(locationId, body.versionId);
      event = installEvent(sandbox, locationId);
    } else if (type === 'UNINSTALL') {
      removeInstall(sandbox, locationId);
      event = uninstallEvent(locationId);
    } else if (body.id !== undefined) {
      event = payloadOf(sandbox, type, body.id);
      if (!event) throw badRequest(`No ${type} can be made for ${body.id}`);
    }
    if (!event && !body.payload) throw badRequest('id or payload is needed');
    const whole = {
      ...sandbox.webhooks.envelope(),
      ...event,
      ...(type === '' ? {} : { type }),
      ...body.payload,
    };
    const left = Object.entries(whole).filter(([key]) => !(body.without ?? []).includes(key));
    const payload = padded(Object.fromEntries(left), body.bytes ?? 0);
    void reply.code(201);
    return { webhookId: sandbox.webhooks.post(payload) };
  });
}
