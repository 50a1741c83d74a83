import type { FastifyInstance } from 'fastify';

import { forbidden, unauthorized } from '../http/errors.ts';
import { anything, listOf, nested, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP } from '../state/app-registration.ts';
import { followLatest, latestEmail } from '../state/email-threads.ts';
import { messageEvent } from '../webhooks/events.ts';
import { findMessage, param } from './find.ts';

/**
 * Status updates: only by the app that owns the message's conversation provider, and refused for a
 * while after sending (highlevel-api-docs #4: 401 at first, 403 since June 2025, for 5 to 10 s).
 */
export function messageStatusRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.put(
    '/conversations/messages/:messageId/status',
    { config: { access: { scope: 'conversations/message.write' } } },
    (request) => {
      const body = readBody(
        request.body,
        { status: oneOf(['delivered', 'failed', 'pending', 'read']) },
        {
          error: nested({ code: string, type: string, message: string }, {}),
          emailMessageId: string,
          recipients: listOf(anything),
        },
      );
      const message = findMessage(sandbox, request, param(request, 'messageId'));
      const provider = sandbox.store.providers.get(message.conversationProviderId ?? '');
      const { statusRefusals, statusRefusalCode } = sandbox.settings;
      const tooYoung = message.statusRefusals < statusRefusals;
      if (tooYoung || provider?.appId !== APP.id) {
        message.statusRefusals += 1;
        const reason = 'No conversation provider found for this message';
        throw tooYoung && statusRefusalCode === 401 ? unauthorized(reason) : forbidden(reason);
      }
      const email =
        body.emailMessageId === undefined
          ? latestEmail(sandbox.store, message)
          : sandbox.store.emails.get(body.emailMessageId);
      const updated = email ?? message;
      updated.status = body.status;
      updated.dateUpdated = sandbox.now();
      if (body.error) message.error = body.error;
      followLatest(sandbox.store, message);
      if (body.status === 'failed') sandbox.webhooks.fire(messageEvent(sandbox, message, email));
      return {
        conversationId: message.conversationId,
        messageId: message.id,
        emailMessageId: email?.id,
        msg: 'Message status updated successfully.',
        status: message.status,
      };
    },
  );
}
