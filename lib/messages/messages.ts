import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import { message, type messageItem } from '../../resources/message.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { readList, send } from '../http/client.ts';
import { contactPointer } from '../contacts/index.ts';
import { locationOf } from '../connection/location.ts';

export type Message = RecordOf<typeof message>;

/** The channels that HighLevel's export can be asked for by name. */
const EXPORT_CHANNELS: Record<string, string> = {
  call: 'Call',
  sms: 'SMS',
  email: 'Email',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  facebook: 'Facebook',
};

/** What messages may be asked for. */
export interface MessageFilters {
  conversationId?: string;
  contactId?: string;
  /** One of the channels in resources/channels.ts. */
  channel?: string;
  /** `inbound` or `outbound`. */
  direction?: string;
  /** Words that the text or the subject must hold, in any case. */
  contains?: string;
  includeActivity?: boolean;
}

/** What the export is asked for; every page of it is asked for the same. */
export interface ExportRequest {
  conversationId?: string;
  contactId?: string;
  /** One of the channels in `EXPORT_CHANNELS`; without one, everything but e-mail comes. */
  channel?: string;
  /** `updatedAt` brings messages whose status changed to the top. */
  sortBy?: 'createdAt' | 'updatedAt';
  /** Created at or after. */
  startDate?: Date;
  /** Created at or before. */
  endDate?: Date;
  /** 10 to 500. */
  limit?: number;
  /** The `next` of the page before. */
  cursor?: string;
}

/** A page of messages, the newest first, and the cursor of the next one. */
export interface ExportPage {
  messages: Message[];
  next: string | null;
}

/** How many messages a request brings where nothing else is said; HighLevel gives 10 to 500. */
const MESSAGES_PAGE = 100;

/**
 * The most that HighLevel gives at once. A busy sub-account writes more than a hundred messages
 * between two polls, and what a person does not ask for counts too.
 */
const MOST_MESSAGES = 500;

/**
 * The channels to ask the export for, to get what is on a channel, or on all of them: the export
 * leaves e-mail out unless it is asked for by name, and knows some channels only.
 */
export function exportChannels(channel: string | undefined): (string | undefined)[] {
  if (channel === undefined) return [undefined, 'email'];
  return [Object.hasOwn(EXPORT_CHANNELS, channel) ? channel : undefined];
}

/**
 * The latest messages of the sub-account, newest first, from GET /conversations/messages/export.
 * One request with a channel; two without. Direction and words are matched here: the export knows no
 * such filter.
 */
export async function latestMessages(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
  sortBy: 'createdAt' | 'updatedAt' = 'createdAt',
): Promise<Message[]> {
  const { channel, conversationId, contactId } = filters;
  const pages = await Promise.all(
    exportChannels(channel).map((name) =>
      exportMessages(z, bundle, {
        conversationId,
        contactId,
        channel: name,
        sortBy,
        limit: MOST_MESSAGES,
      }),
    ),
  );
  const dateOf = (entry: Message) =>
    (sortBy === 'updatedAt' ? entry.dateUpdated : null) ?? entry.dateAdded ?? '';
  return pages
    .flatMap((page) => page.messages)
    .filter((entry) => matches(entry, filters))
    .toSorted((one, other) => dateOf(other).localeCompare(dateOf(one)));
}

/** One page of GET /conversations/messages/export. */
export async function exportMessages(
  z: ZObject,
  bundle: Bundle,
  request: ExportRequest,
): Promise<ExportPage> {
  const { channel, sortBy = 'createdAt', limit = MESSAGES_PAGE, startDate, endDate } = request;
  const { data } = await send(z, {
    url: '/conversations/messages/export',
    params: {
      locationId: locationOf(bundle),
      conversationId: request.conversationId,
      contactId: request.contactId,
      channel: channel && EXPORT_CHANNELS[channel],
      sortBy,
      sortOrder: 'desc',
      limit,
      cursor: request.cursor,
      startDate: startDate?.toISOString(),
      endDate: endDate?.toISOString(),
    },
  });
  return {
    messages: readList(message, data, 'messages'),
    next: toText(toRecord(data)['nextCursor']),
  };
}

/** Whether a message is one that a person asked for. */
export function matches(entry: Message, filters: MessageFilters): boolean {
  const { channel, direction, contains, includeActivity = false } = filters;
  if (entry.isActivity && !includeActivity) return false;
  if (channel !== undefined && entry.channel !== channel && !entry.isActivity) return false;
  if (direction !== undefined && entry.direction !== direction) return false;
  return contains === undefined || holds(entry, contains);
}

function holds({ body, subject }: Message, phrase: string): boolean {
  const words = phrase.trim().toLowerCase();
  return [body, subject].some((text) => text?.toLowerCase().includes(words));
}

/**
 * A message with pointers to its contact, its e-mail and its files, which Zapier fetches when used.
 *
 * @param messageId where the record's id may be another one, the message's own or none
 */
export function withPointers(
  z: ZObject,
  entry: Message,
  messageId: string | null = entry.id,
): RecordOf<typeof messageItem> {
  const { contactId, emailMessageId, channel, attachments, dateAdded } = entry;
  const isCall = channel === 'call' || channel === 'voicemail';
  const call = isCall && messageId ? { messageId, contactId, dateAdded } : undefined;
  return {
    ...entry,
    contact: contactPointer(z, contactId),
    emailContent:
      channel === 'email' && emailMessageId
        ? z.dehydrate(hydrators.email, { emailMessageId })
        : null,
    attachmentFiles: attachments.map((url) => z.dehydrateFile(hydrators.attachment, { url })),
    recordingFile: call ? z.dehydrateFile(hydrators.recording, call) : null,
    transcriptFile: call ? z.dehydrateFile(hydrators.transcript, call) : null,
  };
}
