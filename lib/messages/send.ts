import { createHash } from 'node:crypto';

import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { isHtml } from '../../resources/html.ts';
import { sentMessage } from '../../resources/message.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { conversationIdOf } from '../conversations/open.ts';
import { localTime } from '../inputs/local_time.ts';
import { once } from '../operations/duplicates.ts';
import { OutcomeUnknownError } from '../http/errors.ts';
import type { DownloadedFile } from '../http/files.ts';
import { locationOf } from '../connection/location.ts';
import { withTemplate } from './template_text.ts';
import { downloadAttachments, uploadAll } from './uploads.ts';

/** The channels that messages can be sent on, with HighLevel's name for each. */
export const SENDABLE_TYPES = {
  sms: 'SMS',
  email: 'Email',
  whatsapp: 'WhatsApp',
  rcs: 'RCS',
  instagram: 'IG',
  facebook: 'FB',
  tiktok: 'TIKTOK',
  live_chat: 'Live_Chat',
  custom: 'Custom',
  internal_comment: 'InternalComment',
} as const;

export type SendableChannel = keyof typeof SENDABLE_TYPES;

/** The same channels with their labels, for a dropdown. */
export const SENDABLE_CHANNELS: Record<SendableChannel, string> = {
  sms: CHANNEL_LABELS.sms,
  email: CHANNEL_LABELS.email,
  whatsapp: CHANNEL_LABELS.whatsapp,
  rcs: CHANNEL_LABELS.rcs,
  instagram: CHANNEL_LABELS.instagram,
  facebook: CHANNEL_LABELS.facebook,
  tiktok: CHANNEL_LABELS.tiktok,
  live_chat: CHANNEL_LABELS.live_chat,
  custom: CHANNEL_LABELS.custom,
  internal_comment: CHANNEL_LABELS.internal_comment,
};

/** A message to send, in the words of the input fields. */
export interface MessageInput {
  contactId: string;
  /** One of `SENDABLE_TYPES`. */
  channel: string;
  message?: string;
  subject?: string;
  html?: string;
  emailFrom?: string;
  emailTo?: string;
  emailCc?: string[];
  emailBcc?: string[];
  /** The subscription type of an email. */
  customSubtypeId?: string;
  emailReplyMode?: string;
  replyMessageId?: string;
  threadId?: string;
  forward?: Record<string, unknown>;
  fromNumber?: string;
  toNumber?: string;
  conversationProviderId?: string;
  templateId?: string;
  /** Addresses of files to send as they are. */
  attachments?: string[];
  /** Files to upload to HighLevel first. */
  files?: string[];
  /** ISO 8601. */
  scheduledTimestamp?: string;
  /** On unless it is false. */
  skipDuplicates?: boolean;
}

/**
 * Sends a message, at most once in ten minutes unless the person wants it otherwise.
 * https://marketplace.gohighlevel.com/docs/ghl/conversations/send-a-new-message
 *
 * @throws errors.HaltedError for a duplicate, do-not-disturb; OutcomeUnknownError when it may have gone out
 */
export async function sendMessage(z: ZObject, bundle: Bundle, given: MessageInput) {
  const input = await withTemplate(z, bundle, given);
  const { channel } = input;
  if (!isSendable(channel)) throw new TypeError(`Nothing can be sent on the channel ${channel}.`);
  const scheduledFor = readSchedule(input.scheduledTimestamp, bundle.meta.timezone);
  const body = bodyOf(channel, input, scheduledFor);
  const files = await downloadAttachments(z, channel, input.files ?? []);
  const deliver = async () => {
    const uploaded = await uploadFor(z, bundle, input, files);
    const attachments = [...(input.attachments ?? []), ...uploaded];
    const { data } = await send(z, {
      method: 'POST',
      url: '/conversations/messages',
      body: { ...body, ...(attachments.length > 0 && { attachments }) },
    });
    const answer = toRecord(data);
    return readSent({
      ...answer,
      contactId: input.contactId,
      channel,
      locationId: locationOf(bundle),
      scheduledFor,
      status: answer['status'] ?? (scheduledFor ? 'scheduled' : 'pending'),
    });
  };
  const parts = [locationOf(bundle), body, input.attachments ?? [], files.map(fingerprint)];
  return input.skipDuplicates === false ? deliver() : once(z, parts, deliver);
}

/**
 * What HighLevel answers to a message that it accepted. One whose answer cannot be read may be under
 * way: it must not be sent again.
 */
export function readSent(answer: RawRecord) {
  try {
    return sentMessage.parse(answer);
  } catch {
    throw new OutcomeUnknownError('HighLevel accepted the message but returned no ID for it');
  }
}

/** Whether messages can be sent on a channel. */
export function isSendable(channel: string): channel is SendableChannel {
  return Object.hasOwn(SENDABLE_TYPES, channel);
}

/** People and servers do not share a clock, and a Zap may run late: this near is now. */
const SCHEDULE_GRACE_MS = 60_000;
const NOT_WORTH_SCHEDULING_MS = 10_000;

/** When to send; undefined for now. HighLevel refuses a time that has come. */
function readSchedule(value: string | undefined, timezone: string | null | undefined) {
  if (value === undefined) return undefined;
  const date = new Date(value);
  const ahead = date.getTime() - Date.now();
  if (ahead < -SCHEDULE_GRACE_MS) {
    throw new errors.Error(
      `"Send At" is in the past: "${localTime(value, timezone)}". Use a later time, or leave it blank to send now.`,
      'schedule_past',
    );
  }
  return ahead < NOT_WORTH_SCHEDULING_MS ? undefined : date;
}

function bodyOf(channel: SendableChannel, input: MessageInput, scheduledFor: Date | undefined) {
  const text = channel === 'email' ? (input.html ?? input.message) : input.message;
  const hasContent = text ?? input.attachments ?? input.files ?? input.templateId;
  if (hasContent === undefined && !input.forward) {
    throw emptyMessage(channel);
  }
  return {
    type: SENDABLE_TYPES[channel],
    contactId: input.contactId,
    message: input.message,
    scheduledTimestamp: scheduledFor && Math.floor(scheduledFor.getTime() / 1000),
    templateId: input.templateId,
    ...(channel === 'email' ? emailPart(input) : phonePart(channel, input)),
    ...(channel === 'custom' && { conversationProviderId: provider(input) }),
  };
}

/** The error for a message that says nothing, with the fields that a step has for its channel. */
export function emptyMessage(channel: string): Error {
  const fields = channel === 'email' ? '"Message" or "HTML Body"' : '"Message"';
  return new errors.Error(
    `The message is empty. Fill in ${fields}, or add an attachment.`,
    'message_empty',
  );
}

function phonePart(channel: SendableChannel, { fromNumber, toNumber }: MessageInput) {
  if (channel !== 'sms' && channel !== 'rcs') return {};
  return {
    fromNumber,
    toNumber,
  };
}

function emailPart(input: MessageInput) {
  const isReply = input.threadId ?? input.replyMessageId ?? input.forward;
  if (!input.subject && isReply === undefined) {
    throw new errors.Error(
      'The email has no subject. Fill in "Subject". Only a reply uses the subject of its thread.',
      'missing_input',
    );
  }
  return {
    subject: input.subject,
    message: undefined,
    html: input.html ?? (input.message && asHtml(input.message)),
    emailFrom: input.emailFrom,
    emailTo: input.emailTo,
    emailCc: input.emailCc,
    emailBcc: input.emailBcc,
    customSubtypeId: input.customSubtypeId,
    emailReplyMode: input.emailReplyMode,
    replyMessageId: input.replyMessageId,
    threadId: input.threadId,
    forward: input.forward,
  };
}

/** Plain text keeps its lines in an email; HTML stays as it is. */
function asHtml(message: string): string {
  if (isHtml(message)) return message;
  const escaped = message.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return escaped.replaceAll(/\r?\n/g, '<br>');
}

function provider({ conversationProviderId }: MessageInput): string {
  if (conversationProviderId) return conversationProviderId;
  throw new errors.Error(
    '"Conversation Provider" is empty. A custom channel needs the provider that is installed in the sub-account.',
    'missing_input',
  );
}

async function uploadFor(
  z: ZObject,
  bundle: Bundle,
  { contactId, channel }: MessageInput,
  files: DownloadedFile[],
): Promise<string[]> {
  if (files.length === 0) return [];
  const conversationId = await conversationIdOf(z, bundle, contactId);
  return uploadAll(z, bundle, { conversationId, contactId, channel }, files);
}

function fingerprint({ name, content }: DownloadedFile): string {
  return createHash('sha256').update(name).update(content).digest('hex');
}
