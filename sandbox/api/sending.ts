import type { FastifyInstance } from 'fastify';

import { badRequest, forbidden, notFound } from '../http/errors.ts';
import {
  boolean,
  listOf,
  nested,
  number,
  object,
  oneOf,
  type Reader,
  readBody,
  string,
} from '../http/validate.ts';
import { requireLocation } from '../http/access.ts';
import type { Sandbox } from '../sandbox.ts';
import { type ChannelName, channelOf, isCallType, SENDABLE } from '../state/channels.ts';
import { APP } from '../state/app-registration.ts';
import type { Draft } from '../state/conversing.ts';
import { emailBy, type EmailDraft, threadOf } from '../state/email-threads.ts';
import type { Contact, Email, Provider } from '../state/records.ts';
import { conversationFor, recordMessage } from '../webhooks/announce.ts';
import { findContact, findConversation } from './find.ts';
import { isEmail, isE164 } from './phone.ts';

const WRITE = { access: { scope: 'conversations/message.write' } };

const FORWARD = nested(
  { isForwarded: boolean },
  {
    forwardWholeThread: boolean,
    messageId: string,
    emailMessageId: string,
    sourceContactId: string,
    sourceConversationId: string,
    toEmail: string,
    recipientContactId: string,
    recipientConversationId: string,
  },
);

/** The specification types it as an object and shows a text as its example: both are accepted. */
const textOrObject: Reader<unknown> = (value, name, problems) =>
  typeof value === 'string' ? value : object(value, name, problems);

const OPTIONAL = {
  subType: textOrObject,
  status: oneOf(['delivered', 'failed', 'pending', 'read']),
  appointmentId: string,
  attachments: listOf(string),
  emailFrom: string,
  emailCc: listOf(string),
  emailBcc: listOf(string),
  html: string,
  message: string,
  subject: string,
  replyMessageId: string,
  templateId: string,
  threadId: string,
  scheduledTimestamp: number,
  conversationProviderId: string,
  emailTo: string,
  customSubtypeId: string,
  emailReplyMode: oneOf(['reply', 'reply_all']),
  fromNumber: string,
  toNumber: string,
  forward: FORWARD,
  usesNativeSchedulingAi: boolean,
  optimizationPeriod: oneOf(['24h', '48h', '72h']),
};

const readSend = (body: unknown) =>
  readBody(body, { type: oneOf(SENDABLE), contactId: string }, OPTIONAL);
type Send = ReturnType<typeof readSend>;

/** Seconds since 1970 that lie this far ahead are milliseconds by mistake. */
const YEAR_3000_SECONDS = 32_503_680_000;

function scheduledAt(send: Send, now: number): number | undefined {
  const seconds = send.scheduledTimestamp;
  if (seconds === undefined) return undefined;
  if (!Number.isInteger(seconds) || seconds > YEAR_3000_SECONDS) {
    throw badRequest('scheduledTimestamp must be a UTC timestamp in seconds');
  }
  if (seconds * 1000 <= now) throw badRequest('Scheduled time must be in the future');
  return seconds * 1000;
}

function refuseDnd(contact: Contact, type: ChannelName): void {
  const key = channelOf(type).dnd;
  const setting = key && contact.dndSettings[key];
  const stopped = setting?.status === 'active' || setting?.status === 'permanent';
  if (key !== undefined && (contact.dnd || stopped)) {
    throw badRequest(`Cannot send message as DND is active for ${key}.`);
  }
}

function requireContent(send: Send, what: string, texts: (string | undefined)[]): void {
  const empty = texts.every((text) => text === undefined || text.trim() === '');
  const attached = (send.attachments?.length ?? 0) > 0;
  if (empty && !attached && send.templateId === undefined) throw badRequest(what);
}

/** The provider a message names; it must be installed in the contact's location and fit the type. */
function providerFor(sandbox: Sandbox, send: Send, contact: Contact): Provider | undefined {
  const id = send.conversationProviderId;
  if (id === undefined) {
    if (send.type === 'Custom') throw badRequest('conversationProviderId is required');
    return undefined;
  }
  const provider = sandbox.store.providers.get(id);
  if (provider?.locationId !== contact.locationId) {
    throw badRequest('No conversation provider found for this location');
  }
  const wanted = send.type === 'Email' ? 'Email' : 'SMS';
  if (provider.type !== wanted) throw badRequest('Incorrect conversationProviderId/type');
  return provider;
}

/** Channels on which only a contact who wrote first can be answered. */
const NEEDS_THREAD: readonly string[] = ['IG', 'FB', 'TIKTOK', 'Live_Chat'];

function checkText(sandbox: Sandbox, send: Send, contact: Contact): { from?: string; to?: string } {
  if (send.type === 'InternalComment') {
    requireContent(send, 'Message is required', [send.message]);
    return {};
  }
  requireContent(send, 'There is no message or attachments for this message. Skip sending.', [
    send.message,
  ]);
  if (NEEDS_THREAD.includes(send.type)) {
    const conversation = sandbox.store.conversationOf(contact.id);
    const { messageType } = channelOf(send.type);
    const wrote = sandbox.store
      .messagesOf(conversation?.id ?? '')
      .some((message) => message.messageType === messageType);
    if (!wrote) throw badRequest(`Contact has no ${send.type} conversation to reply to`);
    return {};
  }
  const to = send.toNumber ?? contact.phone;
  if (to === undefined) throw badRequest('Missing phone number');
  if (!isE164(to)) throw badRequest('toNumber must be a valid E.164 phone number');
  if (send.toNumber !== undefined && send.toNumber !== contact.phone) {
    throw badRequest('toNumber does not belong to the contact');
  }
  const numbers = sandbox.store.phoneNumbers.filter(
    (number) => number.locationId === contact.locationId,
  );
  if (send.fromNumber !== undefined && !numbers.some((n) => n.phoneNumber === send.fromNumber)) {
    throw badRequest('fromNumber does not belong to this location');
  }
  const from = send.fromNumber ?? numbers.find((number) => number.isDefaultNumber)?.phoneNumber;
  return from === undefined ? { to } : { from, to };
}

/** The email that a reply or a forward refers to: by the id of an email or of its message. */
function emailOf(sandbox: Sandbox, contact: Contact, id: string | undefined): Email | undefined {
  if (id === undefined) return undefined;
  const email = emailBy(sandbox.store, id);
  if (email?.locationId !== contact.locationId) {
    throw badRequest(`Email message with id ${id} not found`);
  }
  return email;
}

function prepareEmail(sandbox: Sandbox, send: Send, contact: Contact): EmailDraft {
  const own = [contact.email, ...contact.additionalEmails].filter((email) => email !== undefined);
  const forwardTo = send.forward?.isForwarded === true ? send.forward.toEmail : undefined;
  const to = forwardTo ?? send.emailTo ?? contact.email;
  if (to === undefined) throw badRequest('Missing email address');
  if (forwardTo === undefined && !own.includes(to)) {
    throw badRequest('emailTo does not belong to the contact');
  }
  for (const address of [to, ...(send.emailCc ?? []), ...(send.emailBcc ?? [])]) {
    if (!isEmail(address)) throw badRequest(`Invalid email address: ${address}`);
  }
  const forwarded = emailOf(
    sandbox,
    contact,
    send.forward?.emailMessageId ?? send.forward?.messageId,
  );
  requireContent(send, 'html or message is required', [send.html, send.message, forwarded?.body]);
  const replied = emailOf(sandbox, contact, send.replyMessageId);
  const subject =
    send.subject ?? (replied?.subject && `Re: ${replied.subject.replace(/^Re: /, '')}`);
  if ((subject === undefined || subject === '') && send.templateId === undefined && !forwarded) {
    throw badRequest('subject is required');
  }
  const location = sandbox.store.locations.get(contact.locationId);
  const replyAll = send.emailReplyMode === 'reply_all' && replied ? replied.cc : [];
  const threadId = threadOf(sandbox.store, send.threadId) ?? replied?.threadId;
  return {
    from: send.emailFrom ?? `${location?.name ?? ''} <${location?.email ?? ''}>`,
    to: [to],
    cc: [...new Set([...(send.emailCc ?? []), ...replyAll])],
    bcc: send.emailBcc ?? [],
    subject: subject ?? (forwarded?.subject === undefined ? '' : `Fwd: ${forwarded.subject}`),
    body: send.html ?? send.message ?? forwarded?.body ?? '',
    provider: 'Leadconnector Gmail',
    ...(threadId === undefined ? {} : { threadId }),
    ...(replied ? { replyToMessageId: replied.id } : {}),
  };
}

/** Sending: to a contact, on one channel. The answer comes before the message is delivered. */
export function sendingRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/conversations/messages', { config: WRITE }, (request) => {
    const send = readSend(request.body);
    const contact = findContact(sandbox, request, send.contactId);
    const provider = providerFor(sandbox, send, contact);
    if (send.type !== 'InternalComment') refuseDnd(contact, send.type);
    const emailDraft = send.type === 'Email' ? prepareEmail(sandbox, send, contact) : undefined;
    const numbers = emailDraft ? {} : checkText(sandbox, send, contact);
    const due = scheduledAt(send, sandbox.now());
    const draft: Draft = {
      ...numbers,
      direction: 'outbound',
      source: 'app',
      body: send.message ?? '',
      attachments: send.attachments ?? [],
      status: due !== undefined ? 'scheduled' : provider?.appId === APP.id ? 'pending' : 'sent',
      ...(due === undefined ? {} : { scheduledAt: due }),
      ...(provider ? { conversationProviderId: provider.id } : {}),
      ...(send.type === 'InternalComment' || !request.session
        ? {}
        : { userId: request.session.userId }),
    };
    const conversation = conversationFor(sandbox, contact);
    const { message, email } = recordMessage(sandbox, conversation, send.type, draft, emailDraft);
    return {
      conversationId: conversation.id,
      messageId: message.id,
      emailMessageId: email?.id,
      forwardData: send.forward && {
        forwardWholeThread: send.forward.forwardWholeThread ?? false,
        messageId: send.forward.messageId,
        emailMessageId: send.forward.emailMessageId,
        sourceContactId: send.forward.sourceContactId ?? contact.id,
        sourceConversationId: send.forward.sourceConversationId ?? conversation.id,
        forwardToEmail: send.forward.toEmail,
        recipientContactId: send.forward.recipientContactId,
        recipientConversationId: send.forward.recipientConversationId,
      },
    };
  });

  app.post('/conversations/messages/review-reply', { config: WRITE }, (request) => {
    const body = readBody(
      request.body,
      { conversationId: string, locationId: string, message: string },
      {},
    );
    requireLocation(request, body.locationId);
    const conversation = findConversation(sandbox, request, body.conversationId);
    const reviewed = sandbox.store
      .messagesOf(conversation.id)
      .some(({ messageType }) => messageType === 'TYPE_REVIEW');
    if (!reviewed) throw badRequest('Conversation has no review to reply to');
    const { message } = recordMessage(sandbox, conversation, 'Review', {
      direction: 'outbound',
      source: 'app',
      status: 'sent',
      body: body.message,
    });
    return { conversationId: conversation.id, messageId: message.id, messageIds: [message.id] };
  });

  app.put('/conversations/messages/:messageId/attachments', { config: WRITE }, (request) => {
    const body = readBody(request.body, { attachments: listOf(string, 5) }, {});
    const { messageId } = readBody(request.params, { messageId: string }, {});
    const message = sandbox.store.messages.get(messageId);
    if (!message) throw notFound('Message not found');
    requireLocation(request, message.locationId);
    const external =
      message.messageType === 'TYPE_CUSTOM_CALL' ||
      (isCallType(message.messageType) && message.subType === 'EXTERNAL_CALL');
    if (!external) throw forbidden('Message type does not support attachment updates');
    for (const address of body.attachments) {
      if (!URL.canParse(address)) throw badRequest('each value in attachments must be a URL');
    }
    message.attachments = body.attachments;
    message.dateUpdated = sandbox.now();
    return { success: true, messageId: message.id, attachments: message.attachments };
  });
}
