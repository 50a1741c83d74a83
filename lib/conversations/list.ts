import type { Bundle, ZObject } from 'zapier-platform-core';

import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { conversationList } from '../../resources/lists.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { readPeriod } from '../inputs/dates.ts';
import { localTime } from '../inputs/local_time.ts';
import { pagesOf } from '../operations/pages.ts';
import { searchConversations, type Conversation } from './conversations.ts';
import { withNames, type ConversationDetails } from './details.ts';
import { lastMessageAfterField, lastMessageBeforeField } from './filter_fields.ts';
import { conversationFilters, pageBefore, type ConversationInput } from './search.ts';

/** Which conversations, in the words of the input fields. */
export interface ConversationListInput extends ConversationInput {
  /** With a message since then; ISO 8601. */
  lastMessageAfter?: string;
  limit?: number;
}

const DEFAULT_LIMIT = 100;

/** So many conversations are looked through, in pages. The names are read afterwards. */
const LIMITS = { mostPages: 20, pageMs: 8_000 };

const FIRST_PAGE = '';

/**
 * Conversations for which all filters hold, the latest message first.
 *
 * @returns undefined where there is none
 */
export async function listConversations(z: ZObject, bundle: Bundle, input: ConversationListInput) {
  const { limit = DEFAULT_LIMIT, lastMessageAfter, lastMessageBefore } = input;
  const { startDate: from, endDate: until } = readPeriod(
    { label: lastMessageAfterField.label, time: lastMessageAfter },
    { label: lastMessageBeforeField.label, time: lastMessageBefore },
    bundle.meta.timezone,
  );
  const filters = conversationFilters(bundle, input);
  const found = new Map<string, Conversation>();
  let isEnd = false;
  const read = (token: string) =>
    searchConversations(z, bundle, { ...filters, startAfterDate: token || undefined });
  const first = pageBefore(lastMessageBefore) ?? FIRST_PAGE;
  for await (const { conversations, next, reaches } of pagesOf(bundle, first, read, LIMITS)) {
    for (const one of conversations) if (isWithin(one, from, until)) found.set(one.id, one);
    isEnd = next === null || isEarlier(reaches, from);
    if (isEnd || found.size > limit) break;
  }
  const rows = await withNames(z, bundle, [...found.values()].slice(0, limit));
  const [latest] = rows;
  if (!latest) return undefined;
  return conversationList.parse({
    id: latest.id,
    summary: rows.map((row) => summaryLine(row, bundle.meta.timezone)).join('\n'),
    count: rows.length,
    unreadCount: rows.filter(({ isUnread }) => isUnread).length,
    hasMore: !isEnd || found.size > rows.length,
    conversations: rows.map((row) => ({ ...row, tags: row.tags.join(', ') })),
  });
}

function isWithin(
  { lastMessageDate }: Conversation,
  from: Date | undefined,
  until: Date | undefined,
): boolean {
  if (!from && !until) return true;
  const time = Date.parse(lastMessageDate ?? '');
  return time >= (from?.getTime() ?? -Infinity) && time <= (until?.getTime() ?? Infinity);
}

/** Whether a page goes back further than is asked for: the search sorts by the last message. */
function isEarlier(reaches: string | null, from: Date | undefined): boolean {
  return from !== undefined && reaches !== null && Date.parse(reaches) < from.getTime();
}

/** `2026-11-20 10:02 Anna Example (SMS, inbound, unread): Is Thursday at ten still free?` */
function summaryLine(row: ConversationDetails, timezone: string | null | undefined): string {
  const { lastMessageDate, contactName, email, phone, isUnread, lastMessageDirection } = row;
  const time = lastMessageDate && localTime(lastMessageDate, timezone);
  const channel = toText(toRecord(CHANNEL_LABELS)[row.lastMessageChannel ?? '']);
  const details = [channel, lastMessageDirection, isUnread && 'unread'].filter(Boolean).join(', ');
  const who = contactName ?? email ?? phone ?? 'Contact without a name';
  const heading = [time, who, details && `(${details})`].filter(Boolean).join(' ');
  return `${heading}: ${row.lastMessageBody ?? '[no text]'}`;
}
