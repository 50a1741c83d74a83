import type { Bundle, ZObject } from 'zapier-platform-core';

import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { withToken } from '../connection/access.ts';
import { path } from '../http/path.ts';
import { askRelay, endAtRelay, refusalOf, relayUrl } from './relay.ts';

/** A wait that the relay keeps: with the secret it is ended. */
interface Wait {
  id: string;
  secret: string;
}

/** Whom a step waits for. */
export interface WaitFor {
  contactId: string;
  /** HighLevel's names of the channels on which a reply counts; all of them without it. */
  messageTypes?: readonly string[];
  timeoutSeconds: number;
}

/**
 * Has the relay resume this step with the contact's next message, or when the time is over, and does
 * what the contact is to reply to. The wait begins first: no reply is too quick for it. Where the work
 * fails, the wait is ended.
 *
 * Like subscribing, this hands HighLevel's token to the relay, which tries it there and does not keep it.
 *
 * @throws RefreshAuthError when HighLevel does not accept the token; errors.Error when there is no
 *   relay or it refuses; what `work` throws
 */
export async function whileWaiting<Result>(
  z: ZObject,
  bundle: Bundle,
  { contactId, messageTypes, timeoutSeconds }: WaitFor,
  work: () => Promise<Result>,
): Promise<Result> {
  const url = relayUrl('This step');
  const body = {
    locationId: locationOf(bundle),
    contactId,
    messageTypes,
    timeoutSeconds,
    targetUrl: z.generateCallbackUrl(),
  };
  const response = await withToken(z, bundle, (bearer) =>
    askRelay(z, url, { method: 'POST', path: '/waits', bearer, body }),
  );
  const { id, secret } = toRecord(response.data);
  if (response.status !== 201 || typeof id !== 'string' || typeof secret !== 'string') {
    throw refusalOf(response, {
      couldNot: 'could not make this step wait',
      soon: 'Replay the Zap run in a few minutes.',
    });
  }
  try {
    return await work();
  } catch (error) {
    // A wait that cannot be ended resumes a step that has failed, which Zapier ignores.
    await endWait(z, url, { id, secret }).catch(() => undefined);
    throw error;
  }
}

async function endWait(z: ZObject, url: string, { id, secret }: Wait): Promise<void> {
  await endAtRelay(z, url, path`/waits/${id}`, secret);
}
