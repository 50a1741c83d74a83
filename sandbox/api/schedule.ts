import type { FastifyInstance } from 'fastify';

import { badRequest, notFound } from '../http/errors.ts';
import { requireLocation } from '../http/access.ts';
import type { Sandbox } from '../sandbox.ts';
import { touchConversation } from '../state/conversing.ts';
import type { Message } from '../state/records.ts';
import { messageEvent } from '../webhooks/events.ts';
import { findMessage, param } from './find.ts';

const WRITE = 'conversations/message.write';

/** Sends a scheduled message whose time has come; it is looked at whenever it is read. */
export function settleScheduled(sandbox: Sandbox, message: Message): Message {
  const due = message.scheduledAt !== undefined && message.scheduledAt <= sandbox.now();
  if (message.status !== 'scheduled' || !due) return message;
  message.status = 'sent';
  message.dateUpdated = sandbox.now();
  const email = sandbox.store.emails.get(message.emailIds?.[0] ?? '');
  if (email) email.status = 'sent';
  const conversation = sandbox.store.conversations.get(message.conversationId);
  if (conversation) touchConversation(conversation, message);
  sandbox.webhooks.fire(messageEvent(sandbox, message, email));
  return message;
}

function cancel(sandbox: Sandbox, message: Message): { status: number; message: string } {
  settleScheduled(sandbox, message);
  if (message.cancelled === true) throw badRequest('Message is already cancelled');
  if (message.scheduledAt === undefined) throw badRequest('Message is not scheduled');
  if (message.status !== 'scheduled') throw badRequest('Message has already been sent');
  message.cancelled = true;
  message.status = 'failed';
  message.dateUpdated = sandbox.now();
  for (const id of message.emailIds ?? []) {
    const email = sandbox.store.emails.get(id);
    if (email) {
      email.cancelled = true;
      email.status = 'failed';
    }
  }
  return { status: 200, message: 'Message cancelled successfully' };
}

/** Cancelling scheduled messages and e-mails. */
export function scheduleRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.delete(
    '/conversations/messages/:messageId/schedule',
    { config: { access: { scope: WRITE } } },
    (request) => cancel(sandbox, findMessage(sandbox, request, param(request, 'messageId'))),
  );
  app.delete(
    '/conversations/messages/email/:emailMessageId/schedule',
    { config: { access: { scope: WRITE, version: 'optional' } } },
    (request) => {
      const id = param(request, 'emailMessageId');
      const email = sandbox.store.emails.get(id);
      const message = email && sandbox.store.messages.get(email.messageId);
      if (!message) throw notFound(`Email message with id ${id} not found`);
      requireLocation(request, message.locationId);
      return cancel(sandbox, message);
    },
  );
}
