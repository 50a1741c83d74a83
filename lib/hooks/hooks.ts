import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { isRecord, toList, toText, type RawRecord } from '../../resources/values.ts';
import { withoutGaps } from '../http/client.ts';
import { hookRelayUrl } from '../connection/environment.ts';
import { relayUrlFor, subscribe, unsubscribe, type Subscription } from './relay.ts';
import { isSigned } from './signature.ts';

/** What an instant trigger can be told of: HighLevel's events, and the relay's own. */
export type HookEvent =
  | 'InboundMessage'
  | 'OutboundMessage'
  | 'ConversationUnreadUpdate'
  | 'ConversationStarted'
  | 'ContactCreate'
  | 'ContactUpdate'
  | 'ContactDelete'
  | 'ContactTagUpdate'
  | 'ContactDndUpdate'
  | 'NoteCreate'
  | 'TaskCreate'
  | 'TaskComplete'
  | 'UserCreate';

/** Zapier keeps this with the Zap; a trigger of several events has the others under `also`. */
export interface SubscribeData extends Subscription {
  also: Subscription[];
}

/**
 * `performSubscribe` and `performUnsubscribe` of an instant trigger. HighLevel has no way to
 * subscribe to a webhook: the relay takes all events of the app and hands on what is asked for.
 *
 * @param events what it is told of
 * @param meanwhile the label of the polling trigger to use where no relay is set up
 */
export function subscriptionTo(events: readonly HookEvent[], meanwhile?: string) {
  return {
    performSubscribe: async (z: ZObject, bundle: Bundle): Promise<SubscribeData> => {
      const relayUrl = relayUrlFor(meanwhile);
      const made: Subscription[] = [];
      try {
        for (const event of events) made.push(await subscribe(z, bundle, relayUrl, event));
      } catch (error) {
        await endAll(z, relayUrl, made).catch(() => undefined);
        throw error;
      }
      const [first, ...also] = made;
      if (!first) throw new Error('An instant trigger needs an event.');
      return { ...first, also };
    },
    performUnsubscribe: async (z: ZObject, bundle: Bundle): Promise<Record<string, never>> => {
      // Where the relay is gone there is nobody to tell, and a Zap can be switched off all the same.
      if (hookRelayUrl() === undefined) return {};
      await endAll(z, relayUrlFor(meanwhile), subscriptionsIn(bundle.subscribeData));
      return {};
    },
  };
}

async function endAll(z: ZObject, relayUrl: string, subscriptions: Subscription[]): Promise<void> {
  const results = await Promise.allSettled(
    subscriptions.map((subscription) => unsubscribe(z, relayUrl, subscription)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function subscriptionsIn(subscribeData: unknown): Subscription[] {
  if (!isRecord(subscribeData)) return [];
  return [subscribeData, ...toList(subscribeData['also'])].flatMap((entry) => {
    const { id, secret } = isRecord(entry) ? entry : {};
    return typeof id === 'string' && typeof secret === 'string' ? [{ id, secret }] : [];
  });
}

/**
 * The event that the relay delivered, once its signature is proved. Where HighLevel gave it no
 * `webhookId` it has the delivery's own.
 *
 * @throws errors.Error when it is not signed with the secret of this Zap's subscription
 */
export function readEvent(bundle: Pick<Bundle, 'rawRequest' | 'subscribeData'>): RawRecord {
  const { content, headers } = bundle.rawRequest ?? {};
  const secrets = subscriptionsIn(bundle.subscribeData).map(({ secret }) => secret);
  if (content === undefined || headers === undefined || secrets.length === 0) {
    throw refused(
      'Zapier handed over no delivery of the webhook relay, or not what its signature is checked with.',
    );
  }
  const id = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (!isSigned({ id, timestamp, signatures, content }, secrets)) {
    throw refused('A delivery to this Zap was not signed by the webhook relay.');
  }
  const payload: unknown = JSON.parse(content);
  if (!isRecord(payload)) throw refused('A delivery to this Zap holds no event.');
  return { webhookId: id, ...withoutGaps(payload) };
}

/** Zapier writes a request's headers as `Http-Webhook-Id`. */
function headerOf(headers: Readonly<Record<string, unknown>>, name: string): string {
  const entry = Object.entries(headers).find(([key]) =>
    [name, `http-${name}`].includes(key.toLowerCase()),
  );
  return toText(entry?.[1]) ?? '';
}

function refused(what: string): Error {
  return new errors.Error(
    `${what} It was ignored. If events are missing, switch the Zap off and on again, so that it subscribes anew.`,
    'unsigned_delivery',
  );
}
