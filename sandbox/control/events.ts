import type { FastifyInstance } from 'fastify';

import { badRequest, type Json } from '../http/errors.ts';
import { object, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP, COMPANY_ID, COMPANY_NAME } from '../state/app-registration.ts';
import { HARBOUR } from '../seed/ids.ts';
import { emailBy } from '../state/email-threads.ts';
import {
  contactEvent,
  messageEvent,
  noteEvent,
  taskEvent,
  unreadEvent,
  userEvent,
} from '../webhooks/events.ts';

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
    case 'UserCreate':
    case 'UserUpdate':
    case 'UserDelete': {
      const user = store.users.get(id);
      return user && userEvent(type, user);
    }
    default:
      return undefined;
  }
}

/** Fires one event: for a record by its id, INSTALL or UNINSTALL of a location, or a whole payload of one's own. */
export function eventRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/events', (request, reply) => {
    const body = readBody(
      request.body,
      { type: string },
      { id: string, locationId: string, payload: object },
    );
    const { type } = body;
    let event: Json | undefined;
    if (type === 'INSTALL' || type === 'UNINSTALL') {
      const locationId = body.locationId ?? HARBOUR;
      event = { type, appId: APP.id, companyId: COMPANY_ID, locationId };
      if (type === 'INSTALL') event.companyName = COMPANY_NAME;
      else sandbox.tokens.revoke(locationId);
    } else if (body.id !== undefined) {
      event = payloadOf(sandbox, type, body.id);
      if (!event) throw badRequest(`No ${type} can be made for ${body.id}`);
    }
    if (!event && !body.payload) throw badRequest('id or payload is needed');
    const webhookId = sandbox.webhooks.fire({ ...event, type, ...body.payload });
    void reply.code(201);
    return { webhookId };
  });
}
