import type { FastifyInstance } from 'fastify';

import { badRequest, notFound } from '../http/errors.ts';
import { requireLocation } from '../http/access.ts';
import type { Sandbox } from '../sandbox.ts';
import { touchConversation } from '../state/conversing.ts';
import { emailsOf, followLatest, latestEmail } from '../state/email-threads.ts';
import type { Email, Message } from '../state/records.ts';
import { messageEvent } from '../webhooks/events.ts';
import { findMessage, param } from './find.ts';

const WRITE = 'conversations/message.write';

const isDue = (sandbox: Sandbox, { status, scheduledAt = Infinity }: Message | Email): boolean =>
  status === 'scheduled' && scheduledAt <= sandbox.now();

/** Sends what was scheduled once its time has come; it is looked at whenever the message is read. */
export function settleScheduled(sandbox: Sandbox, message: Message): Message {
  const conversation = sandbox.store.conversations.get(message.conversationId);
  const send = (due: Message | Email, email?: Email): void => {
    due.status = 'sent';
    due.dateUpdated = sandbox.now();
    followLatest(sandbox.store, message);
    if (conversation) touchConversation(conversation, message, email);
    sandbox.webhooks.fire(messageEvent(sandbox, message, email));
  };
  if (isDue(sandbox, message) && !message.emailIds) send(message);
  for (const email of emailsOf(sandbox.store, message)) {
    if (isDue(sandbox, email)) send(email, email);
  }
  return message;
}

/** Cancels a message, or a mail: `sent` is the one or the other, `message` the row that shows it. */
function cancel(
  sandbox: Sandbox,
  message: Message,
  sent: Message | Email,
): { status: number; message: string } {
  settleScheduled(sandbox, message);
  if (sent.cancelled === true) throw badRequest('Message is already cancelled');
  if (sent.scheduledAt === undefined) throw badRequest('Message is not scheduled');
  if (sent.status !== 'scheduled') throw badRequest('Message has already been sent');
  sent.cancelled = true;
  sent.status = 'failed';
  sent.dateUpdated = sandbox.now();
  followLatest(sandbox.store, message);
  return { status: 200, message: 'Message cancelled successfully' };
}

/** Cancelling scheduled messages and emails. */
export function scheduleRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.delete(
    '/conversations/messages/:messageId/schedule',
    { config: { access: { scope: WRITE } } },
    (request) => {
      const message = findMessage(sandbox, request, param(request, 'messageId'));
      return cancel(sandbox, message, latestEmail(sandbox.store, message) ?? message);
    },
  );
  app.delete(
    '/conversations/messages/email/:emailMessageId/schedule',
    { config: { access: { scope: WRITE, version: 'optional' } } },
    (request) => {
      const id = param(request, 'emailMessageId');
      const email = sandbox.store.emails.get(id);
      const message = email && sandbox.store.messages.get(email.messageId);
      if (!email || !message) throw notFound(`Email message with id ${id} not found`);
      requireLocation(request, message.locationId);
      return cancel(sandbox, message, email);
    },
  );
}
