import type { Bundle, ZObject } from 'zapier-platform-core';

import { toRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { once } from '../operations/duplicates.ts';
import { locationOf } from '../connection/location.ts';
import { readSent } from './send.ts';

/** An answer to a review, in the words of the input fields. */
export interface ReviewReplyInput {
  conversationId: string;
  message: string;
  /** On unless it is false. */
  skipDuplicates?: boolean;
}

/**
 * Answers a Google review in public, at most once in ten minutes unless the person wants it
 * otherwise. https://marketplace.gohighlevel.com/docs/ghl/conversations/send-review-reply
 */
export function replyToReview(z: ZObject, bundle: Bundle, input: ReviewReplyInput) {
  const { conversationId, message, skipDuplicates } = input;
  const locationId = locationOf(bundle);
  const body = { conversationId, locationId, message };
  const deliver = async () => {
    const { data } = await send(z, {
      method: 'POST',
      url: '/conversations/messages/review-reply',
      body,
    });
    const answer = { conversationId, ...toRecord(data), locationId };
    return readSent({ status: 'pending', ...answer, channel: 'review' });
  };
  return skipDuplicates === false ? deliver() : once(z, ['review', body], deliver);
}
