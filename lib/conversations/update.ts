import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { conversation } from '../../resources/conversation.ts';
import { conversationUpdates } from '../../resources/conversation_updates.ts';
import { sendMany, type BulkOutcome } from '../http/bulk.ts';
import type { ApiRequest } from '../http/client.ts';
import { path } from '../http/path.ts';
import { bulkSummary, runIdOf } from '../operations/run_id.ts';
import { locationOf } from '../connection/location.ts';

/** What may be changed of a conversation; undefined changes nothing. */
export interface ConversationChange {
  /** `read` or `unread`. */
  markAs?: string;
  starred?: boolean;
}

/** So many conversations fit into HighLevel's limit and a step's time. */
const MOST = 100;

/** The request that changes one conversation; it may be repeated. */
export function conversationUpdate(
  bundle: Bundle,
  conversationId: string,
  { markAs, starred }: ConversationChange,
): ApiRequest {
  return {
    method: 'PUT',
    url: path`/conversations/${conversationId}`,
    body: {
      locationId: locationOf(bundle),
      unreadCount: markAs === undefined ? undefined : markAs === 'unread' ? 1 : 0,
      starred,
    },
  };
}

/**
 * Changes many conversations alike, up to 100. What HighLevel refused and what did not fit is named
 * in the result.
 *
 * @param given ids as a list, or several in one text, separated by commas or white space
 * @throws errors.Error when there is none, or none could be changed
 */
export async function updateConversations(
  z: ZObject,
  bundle: Bundle,
  given: readonly string[],
  change: ConversationChange,
) {
  const ids = [...new Set(given.flatMap((entry) => entry.split(/[\s,;]+/)).filter(Boolean))];
  if (ids.length === 0) {
    throw new errors.Error(
      '"Conversations" is empty. Choose some, or map a list of them from an earlier step.',
      'missing_input',
    );
  }
  const outcomes = await sendMany(
    z,
    bundle,
    ids.slice(0, MOST).map((id) => conversationUpdate(bundle, id, change)),
  );
  return summaryOf(ids, outcomes);
}

function summaryOf(ids: readonly string[], outcomes: readonly BulkOutcome[]) {
  const results = ids.map((conversationId, index) => rowOf(conversationId, outcomes[index]));
  const idsOf = (outcome: string) =>
    results.filter((row) => row.outcome === outcome).map((row) => row.conversationId);
  const [updated, failedIds, notStartedIds] = [
    idsOf('updated'),
    idsOf('failed'),
    idsOf('not_started'),
  ];
  return conversationUpdates.parse({
    id: runIdOf(results),
    summary: bulkSummary(`${updated.length} of ${ids.length} conversations updated`, {
      failed: failedIds.length,
      'not started': notStartedIds.length,
    }),
    updatedCount: updated.length,
    failedCount: failedIds.length,
    notStartedCount: notStartedIds.length,
    failedIds,
    notStartedIds,
    results,
  });
}

function rowOf(conversationId: string, outcome: BulkOutcome | undefined) {
  if (outcome?.state === 'failed') {
    return { conversationId, outcome: 'failed', problem: outcome.reason };
  }
  if (outcome?.state === 'done') {
    const { isUnread, starred } = conversation.parse(outcome.data);
    return { conversationId, outcome: 'updated', isUnread, starred };
  }
  return {
    conversationId,
    outcome: 'not_started',
    problem: outcome
      ? "There was no room left in HighLevel's limit or in the time of this step. Run it again for this one."
      : `This step updates up to ${MOST} conversations. Run it again for this one.`,
  };
}
