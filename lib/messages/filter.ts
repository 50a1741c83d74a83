import type { RecordOf } from '../../resources/define.ts';
import type { message } from '../../resources/message.ts';
import { containsPhrase } from '../inputs/characters.ts';

export type Message = RecordOf<typeof message>;

/** What messages may be asked for. */
export interface MessageFilters {
  conversationId?: string;
  contactId?: string;
  /** One of the channels in resources/channels.ts, or several. */
  channel?: string | readonly string[];
  /** `inbound` or `outbound`. */
  direction?: string;
  /** A phrase that the text or the subject must contain, in any case. */
  contains?: string;
  includeActivity?: boolean;
  /** ISO 8601: sent then or later. */
  sentAfter?: string;
  /** ISO 8601: sent then or earlier. */
  sentBefore?: string;
}

/** Whether a message is one that a person asked for. */
export function matches(entry: Message, filters: MessageFilters): boolean {
  const { channel, direction, contains, sentAfter, sentBefore, includeActivity = false } = filters;
  if (entry.isActivity && !includeActivity) return false;
  if (!entry.isActivity && !isOnChannel(entry, channel)) return false;
  if (direction !== undefined && entry.direction !== direction) return false;
  if (!isBetween(entry.dateAdded, sentAfter, sentBefore)) return false;
  return contains === undefined || containsPhrase([entry.body, entry.subject], contains);
}

function isBetween(
  date: string | null,
  earliest: string | undefined,
  latest: string | undefined,
): boolean {
  if (earliest === undefined && latest === undefined) return true;
  if (date === null) return false;
  const time = Date.parse(date);
  return (
    (earliest === undefined || time >= Date.parse(earliest)) &&
    (latest === undefined || time <= Date.parse(latest))
  );
}

/** The channels that a filter names; undefined for all. */
export function channelsIn(channel: MessageFilters['channel']): readonly string[] | undefined {
  return typeof channel === 'string' ? [channel] : channel;
}

function isOnChannel(entry: Message, channel: MessageFilters['channel']): boolean {
  const wanted = channelsIn(channel);
  return wanted === undefined || (entry.channel !== null && wanted.includes(entry.channel));
}
