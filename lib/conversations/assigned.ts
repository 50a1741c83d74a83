import type { Bundle, ZObject } from 'zapier-platform-core';

import { assignedConversation } from '../../resources/assigned_conversation.ts';
import type { RecordOf } from '../../resources/define.ts';
import { userPointer } from '../users/dehydrate.ts';
import { searchConversations, type ConversationFilters } from './conversations.ts';

/**
 * The conversations that somebody looks after, the latest message first, in one request. HighLevel has
 * no list by the moment of assignment.
 */
export async function assignedConversations(
  z: ZObject,
  bundle: Bundle,
  filters: Pick<ConversationFilters, 'assignedTo' | 'channel'>,
): Promise<RecordOf<typeof assignedConversation>[]> {
  const { conversations } = await searchConversations(z, bundle, filters);
  return conversations.flatMap((entry) =>
    entry.assignedTo === null
      ? []
      : [assignedConversation.parse({ ...entry, user: userPointer(z, entry.assignedTo) })],
  );
}
