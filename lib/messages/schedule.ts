import type { Bundle, ZObject } from 'zapier-platform-core';

import { canceledMessage } from '../../resources/canceled_message.ts';
import type { RecordOf } from '../../resources/define.ts';
import { toNumber, toRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { halted } from '../http/errors.ts';
import { messagesOf } from '../http/answers.ts';
import { path } from '../http/path.ts';
import { notFound } from '../inputs/refusal.ts';
import { messageByAnyId } from './find.ts';

/** How HighLevel words that there is nothing left to cancel. */
const TOO_LATE = /already|not (a )?scheduled|failed (to )?cancel/i;

/**
 * Cancels a scheduled message. HighLevel cancels emails elsewhere than other messages, so the message
 * is read first: two requests, three for an email.
 *
 * @param messageId the ID of the message, or of the email
 * @throws errors.HaltedError when it was sent or canceled before
 */
export async function cancelScheduled(
  z: ZObject,
  bundle: Bundle,
  messageId: string,
): Promise<RecordOf<typeof canceledMessage>> {
  const entry = (await messageByAnyId(z, messageId))?.entry;
  if (!entry) throw notFound({ what: 'message', label: 'Scheduled Message', id: messageId });
  const { channel, emailMessageId } = entry;
  const response = await send(z, {
    method: 'DELETE',
    url:
      channel === 'email' && emailMessageId
        ? path`/conversations/messages/email/${emailMessageId}/schedule`
        : path`/conversations/messages/${messageId}/schedule`,
    expected: [400, 404, 409, 422],
    mayBeEmpty: true,
  });
  const answer = toRecord(response.data);
  // The answer carries a status of its own, which may say 404 where the request says 200.
  const status = Math.max(response.status, toNumber(answer['status']) ?? 0);
  if (status >= 400) {
    if (response.status >= 400 && !TOO_LATE.test(messagesOf(answer).join(' '))) {
      throwFailure(response, bundle);
    }
    throw halted(
      'There is nothing to cancel: the message was already sent or canceled, or was never scheduled.',
    );
  }
  return canceledMessage.parse({ ...entry, canceled: true, response: answer['message'] });
}
