import type { Bundle, ZObject } from 'zapier-platform-core';

import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { contactLink } from '../../resources/links.ts';
import { scheduledMessageList } from '../../resources/message_list.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { labelOf, namesFor, type PersonName } from '../contacts/names.ts';
import { localTime } from '../inputs/local_time.ts';
import { gather, type Gathered } from '../operations/pages.ts';
import { matches, type Message, type MessageFilters } from './filter.ts';
import { exportChannels, exportMessages } from './messages.ts';

/** Which messages that wait to be sent, and how many. */
export interface ScheduledFilters extends Pick<
  MessageFilters,
  'contactId' | 'channel' | 'contains'
> {
  limit?: number;
}

const DEFAULT_LIMIT = 100;

/** The most that HighLevel returns at once: it has no filter for what is scheduled. */
const PAGE_SIZE = 500;

/** So many pages of each channel are looked through. The names are read afterwards. */
const LIMITS = { mostPages: 10, pageMs: 10_000 };

/** An email is canceled by its own ID, other messages by theirs. */
export function scheduledId({ channel, emailMessageId, id }: Message): string {
  return (channel === 'email' ? emailMessageId : null) ?? id;
}

export function isScheduled({ status }: Message): boolean {
  return status === 'scheduled';
}

/**
 * Messages that wait to be sent, the latest written first.
 *
 * @returns undefined where there is none
 */
export async function listScheduled(
  z: ZObject,
  bundle: Bundle,
  { limit = DEFAULT_LIMIT, ...filters }: ScheduledFilters,
) {
  const parts = await Promise.all(
    exportChannels(filters.channel).map((channel) =>
      scheduledOn(z, bundle, channel, filters, limit),
    ),
  );
  const found = parts
    .flatMap((part) => part.entries)
    .toSorted((one, other) => (other.dateAdded ?? '').localeCompare(one.dateAdded ?? ''));
  const rows = found.slice(0, limit);
  const [latest] = rows;
  if (!latest) return undefined;
  const personOf = await namesFor(
    z,
    bundle,
    [],
    rows.map(({ contactId }) => contactId),
  );
  const locationId = locationOf(bundle);
  return scheduledMessageList.parse({
    id: scheduledId(latest),
    summary: rows
      .map((row) => summaryLine(row, personOf(row.contactId), bundle.meta.timezone))
      .join('\n'),
    count: rows.length,
    hasMore: found.length > rows.length || parts.some((part) => !part.isEnd),
    messages: rows.map((row) => ({
      ...row,
      id: scheduledId(row),
      contactName: personOf(row.contactId).name,
      contactLink: contactLink(locationId, row.contactId),
    })),
  });
}

function scheduledOn(
  z: ZObject,
  bundle: Bundle,
  channel: string | undefined,
  filters: ScheduledFilters,
  limit: number,
): Promise<Gathered<Message>> {
  const read = (cursor: string) =>
    exportMessages(z, bundle, {
      contactId: filters.contactId,
      channel,
      limit: PAGE_SIZE,
      cursor: cursor || undefined,
    });
  return gather(
    bundle,
    '',
    read,
    ({ messages }) => messages.filter((one) => isScheduled(one) && matches(one, filters)),
    { ...LIMITS, most: limit },
  );
}

/** `Anna Example (SMS, written 2026-11-20 10:02): Is Thursday at ten still free?` */
function summaryLine(
  { channel, dateAdded, subject, body }: Message,
  { name, detail }: PersonName,
  timezone: string | null | undefined,
): string {
  const written = dateAdded && `written ${localTime(dateAdded, timezone)}`;
  const label = toText(toRecord(CHANNEL_LABELS)[channel ?? '']);
  return `${labelOf(name, [detail, label, written])}: ${body ?? subject ?? '[no text]'}`;
}
