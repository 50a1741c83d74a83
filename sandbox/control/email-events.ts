import type { FastifyInstance } from 'fastify';

import { badRequest } from '../http/errors.ts';
import { number, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { emailBy } from '../state/email-threads.ts';
import type { Email, MessageStatus } from '../state/records.ts';
import { emailStatsEvent } from '../webhooks/email-events.ts';

/** The status that an email has after an event; the others leave it as it is. */
const STATUS_AFTER: Readonly<Record<string, MessageStatus>> = {
  delivered: 'delivered',
  opened: 'opened',
  clicked: 'clicked',
  bounced: 'failed',
  failed: 'failed',
};

/** The last email that was sent to a contact. */
function lastSent({ store }: Sandbox, contactId: string): Email | undefined {
  return store.emails
    .filter((one) => one.contactId === contactId && one.direction === 'outbound')
    .reduce<Email | undefined>(
      (last, one) => (last && last.dateAdded >= one.dateAdded ? last : one),
      undefined,
    );
}

/** What becomes of an email that was sent: it arrives or bounces, is opened, clicked, complained about. */
export function emailEventRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/email-events', (request, reply) => {
    const { emailId, contactId, ...outcome } = readBody(
      request.body,
      { event: string },
      { emailId: string, contactId: string, code: number, message: string, url: string },
    );
    const email =
      emailId === undefined ? lastSent(sandbox, contactId ?? '') : emailBy(sandbox.store, emailId);
    if (email?.direction !== 'outbound') throw badRequest('There is no such sent email');
    const status = STATUS_AFTER[outcome.event];
    const row = sandbox.store.messages.get(email.messageId);
    if (status !== undefined) {
      for (const one of [email, row])
        Object.assign(one ?? {}, { status, dateUpdated: sandbox.now() });
    }
    const webhookId = sandbox.webhooks.fire(emailStatsEvent(sandbox, email, outcome));
    void reply.code(201);
    return { webhookId, emailId: email.id, contactId: email.contactId };
  });
}
