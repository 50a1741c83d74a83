import { setTimeout as wait } from 'node:timers/promises';

import { errors, type Bundle, type HttpResponse, type ZObject } from 'zapier-platform-core';

import { messageStatus } from '../../resources/message.ts';
import { toRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { messagesOf } from '../http/answers.ts';
import { locationOf } from '../connection/location.ts';
import { PermissionError } from '../connection/permissions.ts';
import { remainingMs } from '../http/step_context.ts';
import { path } from '../http/path.ts';

/** A delivery status, in the words of the input fields. */
export interface StatusInput {
  messageId: string;
  status: string;
  emailMessageId?: string;
  recipients?: string[];
  errorMessage?: string;
  errorCode?: string;
  errorType?: string;
}

/** After sending, HighLevel refuses for 5 to 10 seconds (highlevel-api-docs #4). Milliseconds. */
const WAITS = [2_000, 5_000, 9_000];

/** What a last attempt and the answer to a person take, in milliseconds. */
const LAST_ATTEMPT_MS = 2_000;

/**
 * Sets the delivery status of a message, trying again while HighLevel does not know yet that the
 * message is ours.
 *
 * @throws errors.Error when another app owns the message's provider
 */
export async function updateMessageStatus(z: ZObject, bundle: Bundle, input: StatusInput) {
  for (const pause of [...WAITS, undefined]) {
    const response = await attempt(z, bundle, input);
    if (response) {
      const answer = toRecord(response.data);
      const locationId = locationOf(bundle);
      return messageStatus.parse({ ...input, locationId, ...answer, ...kept(input) });
    }
    if (pause === undefined || remainingMs(bundle) < pause + LAST_ATTEMPT_MS) break;
    await wait(pause);
  }
  throw new errors.Error(
    'HighLevel does not let this connection set the status of this message: only the app that owns its conversation provider may. ' +
      'Use this step only for messages sent through your own provider.',
    'not_the_provider',
    403,
  );
}

/** The record's own values, which HighLevel's answer may name differently. */
function kept({ messageId, status }: StatusInput) {
  return { messageId, status };
}

/** One attempt; undefined where HighLevel refuses for now. */
async function attempt(
  z: ZObject,
  bundle: Bundle,
  input: StatusInput,
): Promise<HttpResponse<unknown> | undefined> {
  const { messageId, status, emailMessageId, recipients, errorMessage, errorCode, errorType } =
    input;
  try {
    const response = await send(z, {
      method: 'PUT',
      url: path`/conversations/messages/${messageId}/status`,
      body: {
        status,
        emailMessageId,
        recipients,
        ...(status === 'failed' && {
          error: {
            code: errorCode ?? '1',
            type: errorType ?? 'provider',
            message: errorMessage ?? 'The provider could not deliver the message',
          },
        }),
      },
      expected: [403],
      mayBeEmpty: true,
    });
    // One 403 is of the connection, the other one of the message's provider.
    if (response.status < 400) return response;
    if (/access to this location/i.test(messagesOf(response.data).join(' '))) {
      throwFailure(response, bundle);
    }
    return undefined;
  } catch (error) {
    // A 401 to a token that is good is this race too.
    if (error instanceof PermissionError && !error.isCertain) return undefined;
    throw error;
  }
}
