import type { RecordOf } from '../../resources/define.ts';
import type { message } from '../../resources/message.ts';

export type Message = RecordOf<typeof message>;

/** What messages may be asked for. */
export interface MessageFilters {
  conversationId?: string;
  contactId?: string;
  /** One of the channels in resources/channels.ts. */
  channel?: string;
  /** `inbound` or `outbound`. */
  direction?: string;
  /** A phrase that the text or the subject must contain, in any case. */
  contains?: string;
  includeActivity?: boolean;
}

/** Whether a message is one that a person asked for. */
export function matches(entry: Message, filters: MessageFilters): boolean {
  const { channel, direction, contains, includeActivity = false } = filters;
  if (entry.isActivity && !includeActivity) return false;
  if (channel !== undefined && entry.channel !== channel && !entry.isActivity) return false;
  if (direction !== undefined && entry.direction !== direction) return false;
  return contains === undefined || containsPhrase([entry.body, entry.subject], contains);
}

/** Whether one of the texts contains the phrase, in any case. */
export function containsPhrase(texts: readonly (string | null)[], phrase: string): boolean {
  const wanted = phrase.trim().toLowerCase();
  return texts.some((text) => text?.toLowerCase().includes(wanted));
}
