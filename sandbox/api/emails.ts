import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { forbidden, notFound } from '../http/errors.ts';
import { listOf, nested, number, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP } from '../state/app-registration.ts';
import { followLatest } from '../state/email-threads.ts';
import type { Email } from '../state/records.ts';
import { param } from './find.ts';
import { settleScheduled } from './schedule.ts';
import { emailDetail } from './views.ts';

const STATUSES = [
  'pending',
  'scheduled',
  'sent',
  'delivered',
  'read',
  'undelivered',
  'connected',
  'failed',
  'opened',
  'clicked',
] as const;

const EVENTS = {
  delivered: number,
  opened: number,
  clicked: number,
  replied: number,
  failed: number,
  accepted: number,
  rejected: number,
  unsubscribed: number,
  complained: number,
  stored: number,
};

function findEmail(sandbox: Sandbox, request: FastifyRequest): Email {
  const id = param(request, 'id');
  const email = sandbox.store.emails.get(id);
  if (!email) throw notFound(`Email message with id ${id} not found`);
  requireLocation(request, email.locationId);
  return email;
}

/** One email with its addresses and body, and the v3 status of emails of the app's own provider. */
export function emailRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/conversations/messages/email/:id',
    { config: { access: { scope: 'conversations/message.readonly', version: 'optional' } } },
    (request) => {
      const email = findEmail(sandbox, request);
      const message = sandbox.store.messages.get(email.messageId);
      if (message) settleScheduled(sandbox, message);
      const detail = emailDetail(sandbox, email);
      return sandbox.settings.emailShape === 'wrapped' ? { emailMessage: detail } : detail;
    },
  );

  app.put(
    '/conversations/messages/email/:id/status',
    { config: { access: { scope: 'conversations/message.write', version: 'v3' } } },
    (request) => {
      const body = readBody(
        request.body,
        { status: oneOf(STATUSES) },
        {
          events: nested({}, EVENTS),
          recipients: listOf(
            nested({ emailId: string, status: oneOf(STATUSES) }, { failReason: string }),
          ),
        },
      );
      const email = findEmail(sandbox, request);
      const provider = sandbox.store.providers.get(email.conversationProviderId ?? '');
      if (provider?.appId !== APP.id) {
        throw forbidden('You do not have permission to update the status of this message');
      }
      email.status = body.status;
      email.dateUpdated = sandbox.now();
      const message = sandbox.store.messages.get(email.messageId);
      if (message) followLatest(sandbox.store, message);
      return { success: true, message: 'Updated email message successfully' };
    },
  );
}
