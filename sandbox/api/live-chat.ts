import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest } from '../http/errors.ts';
import { type Reader, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { findConversation } from './find.ts';

/** The spec types it as a string, its example is a boolean: both are taken. */
const flag: Reader<boolean> = (value, name, problems) => {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  problems.push(`${name} must be a boolean value`);
  return undefined;
};

/** The typing indicator of live chat. */
export function liveChatRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post(
    '/conversations/providers/live-chat/typing',
    { config: { access: { scope: 'conversations/livechat.write' } } },
    (request, reply) => {
      const body = readBody(
        request.body,
        { locationId: string, isTyping: flag, visitorId: string, conversationId: string },
        {},
      );
      requireLocation(request, body.locationId);
      const conversation = findConversation(sandbox, request, body.conversationId);
      const contact = sandbox.store.contacts.get(conversation.contactId);
      if (contact?.visitorId !== body.visitorId) throw badRequest('Visitor not found');
      void reply.code(201);
      return { success: true };
    },
  );
}
