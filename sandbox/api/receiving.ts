import type { FastifyInstance } from 'fastify';

import { ApiError, badRequest } from '../http/errors.ts';
import { isoDate, listOf, nested, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { type ChannelName, RECEIVABLE } from '../state/channels.ts';
import type { Draft } from '../state/conversing.ts';
import type { EmailDraft } from '../state/email-threads.ts';
import { plainText } from '../state/html.ts';
import { CALL_STATUSES, type Provider } from '../state/records.ts';
import { conversationFor, recordMessage } from '../webhooks/announce.ts';
import { findContact, findConversation } from './find.ts';

const WRITE = { access: { scope: 'conversations/message.write' } };

const CALL = nested({}, { to: string, from: string, status: oneOf(CALL_STATUSES) });

const INBOUND = {
  conversationId: string,
  contactId: string,
  conversationProviderId: string,
  attachments: listOf(string),
  message: string,
  html: string,
  subject: string,
  emailFrom: string,
  emailTo: string,
  emailCc: listOf(string),
  emailBcc: listOf(string),
  emailMessageId: string,
  altId: string,
  direction: oneOf(['inbound', 'outbound']),
  date: isoDate,
  call: CALL,
};

const readInbound = (body: unknown) => readBody(body, { type: oneOf(RECEIVABLE) }, INBOUND);
type Inbound = ReturnType<typeof readInbound>;

const CALLS: readonly string[] = ['Call', 'IVR_Call', 'Campaign_Call'];

/** An unknown provider is answered with 500 (highlevel-api-docs #6), one that does not fit with 400. */
function providerOf(sandbox: Sandbox, id: string, locationId: string, type: string): Provider {
  const provider = sandbox.store.providers.get(id);
  if (provider?.locationId !== locationId) {
    throw new ApiError(500, { message: 'Internal server error' });
  }
  const wanted = type === 'Email' ? 'Email' : CALLS.includes(type) ? 'Call' : 'SMS';
  if (provider.type !== wanted) throw badRequest('Incorrect conversationProviderId/type');
  return provider;
}

function emailDraft(sandbox: Sandbox, body: Inbound, locationId: string): EmailDraft | undefined {
  if (body.type !== 'Email') return undefined;
  const { store } = sandbox;
  const text = body.html ?? body.message;
  if (text === undefined) throw badRequest('html or message is required');
  if (body.emailFrom === undefined) throw badRequest('emailFrom is required');
  const replied =
    body.emailMessageId === undefined ? undefined : store.emails.get(body.emailMessageId);
  if (body.emailMessageId !== undefined && replied?.locationId !== locationId) {
    throw badRequest(`Email message with id ${body.emailMessageId} not found`);
  }
  return {
    from: body.emailFrom,
    to: [body.emailTo ?? store.locations.get(locationId)?.email ?? ''],
    cc: body.emailCc ?? [],
    bcc: body.emailBcc ?? [],
    body: text,
    subject: body.subject ?? replied?.subject ?? '',
    ...(replied ? { threadId: replied.threadId, replyToMessageId: replied.id } : {}),
    ...(body.altId === undefined ? {} : { altId: body.altId }),
  };
}

function draftOf(body: Inbound, text: string, now: number): Draft {
  const direction = body.direction ?? 'inbound';
  const date = body.date === undefined ? now : Date.parse(body.date);
  const call = CALLS.includes(body.type)
    ? { duration: 0, status: body.call?.status ?? 'completed' }
    : undefined;
  return {
    direction,
    status: call ? 'completed' : 'delivered',
    body: text,
    attachments: body.attachments ?? [],
    dateAdded: date,
    dateUpdated: now,
    ...(direction === 'outbound' ? { source: 'api' } : {}),
    ...(body.altId === undefined ? {} : { altId: body.altId }),
    ...(call ? { call, subType: 'EXTERNAL_CALL' } : {}),
    ...(body.call?.from === undefined ? {} : { from: body.call.from }),
    ...(body.call?.to === undefined ? {} : { to: body.call.to }),
    ...(body.conversationProviderId === undefined
      ? {}
      : { conversationProviderId: body.conversationProviderId }),
  };
}

/** Logging what happened elsewhere: inbound messages of any channel, and external calls. */
export function receivingRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/conversations/messages/inbound', { config: WRITE }, async (request, reply) => {
    const body = readInbound(request.body);
    if (body.conversationId === undefined && body.contactId === undefined) {
      throw badRequest('conversationId or contactId is required');
    }
    const contact =
      body.contactId === undefined ? undefined : findContact(sandbox, request, body.contactId);
    const known =
      body.conversationId === undefined
        ? undefined
        : findConversation(sandbox, request, body.conversationId);
    if (contact && known && known.contactId !== contact.id) {
      throw badRequest('The contact does not belong to this conversation');
    }
    const locationId = known?.locationId ?? contact?.locationId ?? '';
    const providerId = body.conversationProviderId;
    // A custom message without its provider is answered with an empty 201 (highlevel-api-docs #70).
    if (body.type === 'Custom' && providerId === undefined) return reply.code(201).send();
    if (providerId !== undefined) providerOf(sandbox, providerId, locationId, body.type);
    const email = emailDraft(sandbox, body, locationId);
    const text = email ? plainText(email.body) : (body.message ?? '');
    const isCall = CALLS.includes(body.type) || body.type === 'Campaign_VoiceMail';
    if (!email && !isCall && text === '' && (body.attachments ?? []).length === 0) {
      throw badRequest('message or attachments is required');
    }
    const conversation = known ?? (contact && conversationFor(sandbox, contact));
    if (!conversation) throw badRequest('conversationId or contactId is required');
    const stored = recordMessage(
      sandbox,
      conversation,
      body.type satisfies ChannelName,
      draftOf(body, text, sandbox.now()),
      email,
    );
    return {
      success: true,
      conversationId: conversation.id,
      messageId: stored.message.id,
      message: text,
      contactId: conversation.contactId,
      dateAdded: new Date((stored.email ?? stored.message).dateAdded).toISOString(),
      emailMessageId: stored.email?.id,
    };
  });

  app.post('/conversations/messages/outbound', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { type: oneOf(['Call']), conversationId: string, conversationProviderId: string },
      { attachments: listOf(string), altId: string, date: isoDate, call: CALL },
    );
    const conversation = findConversation(sandbox, request, body.conversationId);
    const { locationId } = conversation;
    providerOf(sandbox, body.conversationProviderId, locationId, body.type);
    const now = sandbox.now();
    const { message } = recordMessage(sandbox, conversation, 'Call', {
      ...draftOf({ ...body, direction: 'outbound' }, '', now),
      messageType: 'TYPE_CUSTOM_CALL',
    });
    return {
      success: true,
      conversationId: conversation.id,
      messageId: message.id,
      message: 'Call logged successfully',
      contactId: conversation.contactId,
      dateAdded: new Date(message.dateAdded).toISOString(),
    };
  });
}
