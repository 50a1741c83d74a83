import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from '../hydrators.ts';
import type { RecordOf } from '../resources/define.ts';
import { message, type messageItem } from '../resources/message.ts';
import { callList } from './client.ts';
import { locationOf } from './location.ts';

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

/** HighLevel gives 10 to 500 messages at once. */
const MESSAGES_PAGE = 100;

/**
 * The latest messages of the sub-account, newest first, from GET /conversations/messages/export.
 * One request with a channel; two without, because the export leaves e-mail out unless it is asked
 * for by name. Direction and words are matched here: the export knows no such filter.
 */
export async function latestMessages(
  z: ZObject,
  bundle: Bundle,
  filters: MessageFilters,
): Promise<Message[]> {
  const { channel } = filters;
  const exported = channel === undefined ? [undefined, 'Email'] : [EXPORT_CHANNELS[channel]];
  const pages = await Promise.all(exported.map((name) => exportMessages(z, bundle, filters, name)));
  return pages
    .flat()
    .filter((entry) => matches(entry, filters))
    .toSorted((one, other) => (other.dateAdded ?? '').localeCompare(one.dateAdded ?? ''));
}

function exportMessages(
  z: ZObject,
  bundle: Bundle,
  { conversationId, contactId }: MessageFilters,
  channel: string | undefined,
): Promise<Message[]> {
  return callList(z, message, 'messages', {
    url: '/conversations/messages/export',
    params: {
      locationId: locationOf(bundle),
      conversationId,
      contactId,
      channel,
      sortBy: 'createdAt',
      sortOrder: 'desc',
      limit: MESSAGES_PAGE,
    },
  });
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

/** A message with pointers to its contact, its e-mail and its files, which Zapier fetches when used. */
export function withPointers(z: ZObject, entry: Message): RecordOf<typeof messageItem> {
  const { contactId, emailMessageId, channel, attachments } = entry;
  return {
    ...entry,
    contact: contactId ? z.dehydrate(hydrators.contact, { contactId }) : null,
    emailContent:
      channel === 'email' && emailMessageId
        ? z.dehydrate(hydrators.email, { emailMessageId })
        : null,
    attachmentFiles: attachments.map((url) => z.dehydrateFile(hydrators.attachment, { url })),
  };
}
