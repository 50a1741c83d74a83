import type { ZObject } from 'zapier-platform-core';

import { message, messageIdIn } from '../../resources/message.ts';
import type { RawRecord } from '../../resources/values.ts';
import { conversationById } from '../conversations/details.ts';
import { withPointers } from './messages.ts';
import { matches, type Message, type MessageFilters } from './filter.ts';

/** What a message's event may be asked for. */
export interface MessageEventFilters extends MessageFilters {
  /** Where an outbound message came from, such as `app`. */
  source?: string;
  /** Who sent an outbound message. */
  userId?: string;
}

/** The message of an event as triggers give it, or undefined where it is not what was asked for. */
export function messageFromEvent(z: ZObject, event: RawRecord, filters: MessageEventFilters) {
  const entry = message.parse(event);
  return isWanted(entry, filters) ? withPointers(z, entry, messageIdIn(event)) : undefined;
}

/** Whether a message is one that a person asked for. */
export function isWanted(entry: Message, { source, userId, ...filters }: MessageEventFilters) {
  if (source !== undefined && entry.source?.toLowerCase() !== source) return false;
  if (userId !== undefined && entry.userId !== userId) return false;
  return matches(entry, filters);
}

/**
 * Whether a conversation is assigned to a user now. One request.
 *
 * @param assignedTo a user's id, or `unassigned`
 */
export async function isAssignedTo(
  z: ZObject,
  conversationId: string | null,
  assignedTo: string,
): Promise<boolean> {
  const found = conversationId ? await conversationById(z, conversationId) : undefined;
  return found !== undefined && (found.assignedTo ?? 'unassigned') === assignedTo;
}

/** A message's delivery failed: HighLevel's two words for it. */
export function hasFailed({ status }: Pick<Message, 'status'>): boolean {
  return ['failed', 'undelivered'].includes(status ?? '');
}
