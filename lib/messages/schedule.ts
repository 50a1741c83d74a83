import type { Bundle, ZObject } from 'zapier-platform-core';

import { toNumber, toRecord, toText } from '../../resources/values.ts';
import { send, throwFailure } from '../http/client.ts';
import { halted, messagesOf } from '../http/errors.ts';

/** How HighLevel words that there is nothing left to cancel. */
const TOO_LATE = /already|not (a )?scheduled|failed (to )?cancel/i;

/**
 * Cancels a scheduled message or e-mail from being sent.
 *
 * @param url the path of its schedule
 * @returns HighLevel's answer in words
 * @throws errors.HaltedError when it was sent or cancelled before
 */
export async function cancelScheduled(
  z: ZObject,
  bundle: Bundle,
  url: string,
): Promise<string | null> {
  const response = await send(z, {
    method: 'DELETE',
    url,
    expected: [400, 404, 409, 422],
    mayBeEmpty: true,
  });
  const answer = toRecord(response.data);
  // The answer carries a status of its own, which may say 404 where the request says 200.
  const status = Math.max(response.status, toNumber(answer['status']) ?? 0);
  if (status < 400) return toText(answer['message']);
  if (response.status < 400 || TOO_LATE.test(messagesOf(answer).join(' '))) {
    throw halted(
      'There is nothing to cancel: the message was sent or cancelled before, or was never scheduled.',
    );
  }
  throwFailure(response, bundle);
  return null;
}
