import type { FastifyInstance } from 'fastify';

import { badRequest } from '../http/errors.ts';
import {
  anything,
  between,
  isoDate,
  listOf,
  nested,
  number,
  oneOf,
  type Reader,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { CHANNELS, type ChannelName } from '../state/channels.ts';
import type { Draft } from '../state/conversing.ts';
import { threadOf } from '../state/email-threads.ts';
import {
  type Attachment,
  CALL_STATUSES,
  type Contact,
  type TranscriptSentence,
} from '../state/records.ts';
import { conversationFor, recordMessage } from '../webhooks/announce.ts';
import { iso } from '../api/views.ts';

const STATUSES = [
  'connected',
  'delivered',
  'failed',
  'opened',
  'pending',
  'read',
  'sent',
  'undelivered',
  'queued',
] as const;

const CALL = nested(
  {},
  {
    duration: number,
    status: oneOf(CALL_STATUSES),
    recordingSeconds: number,
    /** Lines of text, or whole sentences as the API answers them. */
    transcript: listOf(anything),
  },
);

function sentences(lines: readonly unknown[]): TranscriptSentence[] {
  return lines.map((line, index) => ({
    mediaChannel: (index % 2) + 1,
    sentenceIndex: index,
    startTime: index * 3500,
    endTime: index * 3500 + 3000,
    transcript: String(line),
    confidence: 0.94,
  }));
}

/** The address of a file, or an object as Instagram and others give it. */
const attachment: Reader<Attachment> = (value, name, problems) => {
  if (typeof value === 'string') return value;
  const found = nested({ url: string, type: string }, { name: string })(value, name, problems);
  if (!found) return undefined;
  const { name: fileName, ...file } = found;
  return fileName === undefined ? file : { ...file, name: fileName };
};

const isChannel = (name: string): name is ChannelName => name in CHANNELS;

/** A customer writes, calls or mails: stored, unread, and announced by the signed webhook. */
export function incomingRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/messages', (request, reply) => {
    const body = readBody(
      request.body,
      {},
      {
        contactId: string,
        conversationId: string,
        channel: string,
        body: string,
        subject: string,
        html: string,
        from: string,
        to: listOf(string),
        cc: listOf(string),
        bcc: listOf(string),
        threadId: string,
        emailMeta: oneOf(['flat', 'nested']),
        attachments: listOf(attachment),
        lateMedia: between(0, Number.MAX_SAFE_INTEGER, number),
        direction: oneOf(['inbound', 'outbound']),
        status: oneOf(STATUSES),
        source: string,
        userId: string,
        conversationProviderId: string,
        dateAdded: isoDate,
        call: CALL,
      },
    );
    const { store } = sandbox;
    const known = store.conversations.get(body.conversationId ?? '');
    const contact: Contact | undefined = store.contacts.get(
      known?.contactId ?? body.contactId ?? '',
    );
    if (!contact) throw badRequest('contactId or conversationId of an existing record is needed');
    const channel = body.channel ?? 'SMS';
    if (!isChannel(channel)) {
      throw badRequest(`channel must be one of ${Object.keys(CHANNELS).join(', ')}`);
    }
    const before = store.conversationOf(contact.id);
    const conversation = conversationFor(sandbox, contact);
    const location = store.locations.get(contact.locationId);
    const inbound = (body.direction ?? 'inbound') === 'inbound';
    const person = contact.email ?? '';
    const practice = location?.email ?? '';
    const isEmail = channel === 'Email';
    const html = body.html ?? `<p>${body.body ?? ''}</p>`;
    const now = body.dateAdded === undefined ? sandbox.now() : Date.parse(body.dateAdded);
    const { call } = body;
    const threadId = threadOf(store, body.threadId);
    const draft: Draft = {
      direction: body.direction ?? 'inbound',
      status: body.status ?? 'delivered',
      body: body.body ?? '',
      attachments: body.attachments ?? [],
      dateAdded: now,
      dateUpdated: now,
      ...(inbound ? {} : { source: body.source ?? 'app' }),
      ...(body.lateMedia === undefined ? {} : { lateMedia: { readings: body.lateMedia } }),
      ...(body.userId === undefined ? {} : { userId: body.userId }),
      ...(body.conversationProviderId === undefined
        ? {}
        : { conversationProviderId: body.conversationProviderId }),
      ...(channel === 'Call' || call
        ? { call: { duration: call?.duration ?? 60, status: call?.status ?? 'completed' } }
        : {}),
      ...(call?.recordingSeconds === undefined ? {} : { recordingSeconds: call.recordingSeconds }),
      ...(call?.transcript ? { transcript: sentences(call.transcript) } : {}),
      ...(isEmail || contact.phone === undefined || location === undefined
        ? {}
        : inbound
          ? { from: contact.phone, to: location.phone }
          : { from: location.phone, to: contact.phone }),
    };
    const { message, email } = recordMessage(
      sandbox,
      conversation,
      channel,
      draft,
      isEmail
        ? {
            from: body.from ?? (inbound ? person : practice),
            to: body.to ?? [inbound ? practice : person],
            cc: body.cc ?? [],
            bcc: body.bcc ?? [],
            subject: body.subject ?? '',
            body: html,
            ...(threadId === undefined ? {} : { threadId }),
          }
        : undefined,
    );
    if (body.emailMeta !== undefined) message.emailMetaIsNested = body.emailMeta === 'nested';
    void reply.code(201);
    return {
      messageId: message.id,
      conversationId: conversation.id,
      contactId: contact.id,
      locationId: contact.locationId,
      emailMessageId: email?.id ?? null,
      threadId: email?.threadId ?? null,
      conversationIsNew: before === undefined,
      unreadCount: conversation.unreadCount,
      dateAdded: iso((email ?? message).dateAdded),
    };
  });

  app.post('/__sandbox/messages/:id/transcript', (request) => {
    const { id } = readBody(request.params, { id: string }, {});
    const body = readBody(
      request.body,
      { transcript: listOf(anything) },
      { recordingSeconds: number },
    );
    const message = sandbox.store.messages.get(id);
    if (!message) throw badRequest(`Message with id ${id} not found`);
    message.transcript = sentences(body.transcript);
    if (body.recordingSeconds !== undefined) message.recordingSeconds = body.recordingSeconds;
    message.dateUpdated = sandbox.now();
    return { ok: true };
  });
}
