import type { Bundle, ZObject } from 'zapier-platform-core';

import { attachmentPointer, transcriptPointer } from './dehydrate.ts';
import * as hydrators from './hydrators.ts';
import type { RecordOf } from '../../resources/define.ts';
import { message, type messageItem } from '../../resources/message.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { readList, send } from '../http/client.ts';
import { readNews, type NewsList } from '../operations/polling.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { emailsAmong, latestOf, someEmails, type EmailMessage } from './emails.ts';
import { channelsIn, matches, type Message, type MessageFilters } from './filter.ts';
import { locationOf } from '../connection/location.ts';

/** The channels that HighLevel's export can be asked for by name. */
const EXPORT_CHANNELS: Record<string, string> = {
  call: 'Call',
  sms: 'SMS',
  email: 'Email',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  facebook: 'Facebook',
};

/** What the export is asked for; every page of it is asked for the same. */
export interface ExportRequest {
  conversationId?: string;
  contactId?: string;
  /** One of the channels in `EXPORT_CHANNELS`; without one, everything but email comes. */
  channel?: string;
  /** `updatedAt` brings messages whose status changed to the top. */
  sortBy?: SortBy;
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

/** The most that HighLevel returns at once. */
const MOST_MESSAGES = 500;

/**
 * The channels to ask the export for, to get what is on some channels, or on all of them: the export
 * leaves email out unless it is asked for by name, and knows some channels only.
 */
export function exportChannels(channel: MessageFilters['channel']): (string | undefined)[] {
  const wanted = channelsIn(channel);
  if (wanted === undefined) return [undefined, 'email'];
  const known = wanted.filter((name) => Object.hasOwn(EXPORT_CHANNELS, name));
  if (known.length === wanted.length) return [...new Set(known)];
  return [undefined, ...(known.includes('email') ? ['email'] : [])];
}

/**
 * The new messages of the sub-account, the newest first: what a poll returns. Each email of a thread
 * is an item. One request with a channel and two without when nothing happened, and one more for
 * each new email. Direction and words are matched here: HighLevel's export has no such filter.
 */
export async function newMessages(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
): Promise<Message[]> {
  if (bundle.meta.isLoadingSample) return latestMessages(z, bundle, filters);
  const parts = await Promise.all(
    exportChannels(filters.channel).map((channel) =>
      readNews(z, bundle, newsOn(z, bundle, filters, channel, sortFor(channel)), (rows, since) =>
        channel === 'email'
          ? emailsAmong(z, bundle, rows, filters, since)
          : rows.filter((entry) => matches(entry, filters)),
      ),
    ),
  );
  return newestFirst(parts.flat(), 'createdAt');
}

/** The messages whose status changed, the latest change first: what a poll returns. */
export async function changedMessages(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
): Promise<Message[]> {
  const parts = await Promise.all(
    exportChannels(filters.channel).map((channel) =>
      readNews(z, bundle, newsOn(z, bundle, filters, channel, 'updatedAt'), (rows) =>
        rows.map(latestOf).filter((entry) => matches(entry, filters)),
      ),
    ),
  );
  return newestFirst(parts.flat(), 'updatedAt');
}

/**
 * The latest messages of the sub-account as examples, the newest first, of one page each. The
 * newest emails are read whole.
 */
export async function latestMessages(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
  sortBy?: SortBy,
): Promise<Message[]> {
  const pages = await Promise.all(
    exportChannels(filters.channel).map(async (channel) => {
      const { messages } = await exportMessages(z, bundle, {
        conversationId: filters.conversationId,
        contactId: filters.contactId,
        channel,
        sortBy: sortBy ?? sortFor(channel),
        limit: MOST_MESSAGES,
      });
      return channel === 'email'
        ? someEmails(z, bundle, messages, filters)
        : messages.filter((entry) => matches(entry, filters));
    }),
  );
  return newestFirst(pages.flat(), sortBy ?? 'createdAt');
}

type SortBy = 'createdAt' | 'updatedAt';

/** A thread of emails keeps its date when another one comes: only its change tells of it. */
function sortFor(channel: string | undefined): SortBy {
  return channel === 'email' ? 'updatedAt' : 'createdAt';
}

/** So many pages are read when all of them are news: 5,000 messages. */
const MOST_PAGES = 10;

function newsOn(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
  channel: string | undefined,
  sortBy: SortBy,
): NewsList<Message> {
  const { conversationId, contactId } = filters;
  return {
    name: ['messages', sortBy, channel, filters],
    read: async (cursor) => {
      const { messages, next } = await exportMessages(z, bundle, {
        conversationId,
        contactId,
        channel,
        sortBy,
        limit: MOST_MESSAGES,
        cursor,
      });
      return { entries: messages, next };
    },
    idOf: ({ id, emailMessageId, status }) =>
      [id, emailMessageId, ...(sortBy === 'updatedAt' ? [status] : [])].join(':'),
    dateOf: (entry) => dateOf(entry, sortBy),
    mostPages: MOST_PAGES,
  };
}

function dateOf({ dateUpdated, dateAdded }: Message, sortBy: SortBy): string | null {
  return (sortBy === 'updatedAt' ? dateUpdated : null) ?? dateAdded;
}

function newestFirst(entries: readonly Message[], sortBy: SortBy): Message[] {
  return entries.toSorted((one, other) =>
    (dateOf(other, sortBy) ?? '').localeCompare(dateOf(one, sortBy) ?? ''),
  );
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

/**
 * A message with pointers to its contact, its email and its files, which Zapier fetches when used. A
 * message that says nothing has pointers to its text and attachments too: HighLevel tells of media
 * before it has them.
 *
 * @param messageId where the record's id may be another one, the message's own or none
 */
export function withPointers(
  z: ZObject,
  entry: Message & Partial<EmailMessage>,
  messageId: string | null = entry.id,
): RecordOf<typeof messageItem> {
  const { contactId, emailMessageId, channel, attachments, dateAdded } = entry;
  const isCall = channel === 'call' || channel === 'voicemail';
  const call = isCall && messageId ? { messageId, contactId, dateAdded } : undefined;
  const pointsTo = channel === 'email' && emailMessageId ? { emailMessageId } : undefined;
  const saysNothing = entry.body === null && attachments.length === 0;
  const isLate = saysNothing && messageId && !isCall && channel !== 'email' && !entry.isActivity;
  const toFetch = entry.emailContent ? undefined : pointsTo;
  const hasFiles = attachments.length > 0;
  return {
    ...entry,
    ...(pointsTo && entry.body === null && wordsOf(z, pointsTo)),
    contact: contactPointer(z, contactId),
    emailContent: entry.emailContent ?? (toFetch ? z.dehydrate(hydrators.email, toFetch) : null),
    attachmentFiles: attachments.map((url) => attachmentPointer(z, url)),
    recordingFile: call ? z.dehydrateFile(hydrators.recording, call) : null,
    transcriptFile: call ? transcriptPointer(z, call) : null,
    ...(toFetch && !hasFiles && filesOfEmail(z, toFetch)),
    ...(isLate && contentOf(z, messageId)),
  };
}

/** What a message contains, where HighLevel had none of it yet. */
function contentOf(z: ZObject, messageId: string) {
  const part = (name: 'body' | 'attachments') =>
    z.dehydrate(hydrators.messagePart, { messageId, part: name });
  return {
    body: part('body'),
    attachments: part('attachments'),
    attachmentFiles: z.dehydrate(hydrators.messageFiles, { messageId }),
  };
}

/** The files of an email, where no request has read it yet: a row of a list tells of none. */
function filesOfEmail(z: ZObject, email: { emailMessageId: string }) {
  return {
    attachments: z.dehydrate(hydrators.emailPart, { ...email, part: 'attachments' }),
    attachmentFiles: z.dehydrate(hydrators.emailFiles, email),
  };
}

/** What an email says, where no request has read it yet. */
function wordsOf(z: ZObject, email: { emailMessageId: string }) {
  const part = (name: 'body' | 'subject' | 'from' | 'to') =>
    z.dehydrate(hydrators.emailPart, { ...email, part: name });
  return { body: part('body'), subject: part('subject'), from: part('from'), to: part('to') };
}
