import {
  errors,
  type Bundle,
  type InputField,
  type WebhookTriggerPerform,
  type ZObject,
} from 'zapier-platform-core';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { withoutGaps } from '../http/client.ts';
import { hookRelayUrl } from '../connection/environment.ts';
import { locationOf } from '../connection/location.ts';
import {
  proveAccess,
  relayUrlFor,
  subscribe,
  unsubscribe,
  type NewSubscription,
  type Subscription,
} from './relay.ts';
import { parseJson } from '../http/json.ts';
import { isSigned } from './signature.ts';
import { isReduced, omittedFrom, wholeEvent } from './whole_event.ts';

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
  | 'NoteUpdate'
  | 'NoteDelete'
  | 'TaskCreate'
  | 'TaskComplete'
  | 'TaskDelete'
  | 'UserCreate'
  | 'OpportunityCreate'
  | 'OpportunityUpdate'
  | 'OpportunityStageUpdate'
  | 'OpportunityStatusUpdate'
  | 'OpportunityMonetaryValueUpdate'
  | 'OpportunityAssignedToUpdate'
  | 'OpportunityDelete'
  | 'AppointmentCreate'
  | 'AppointmentUpdate'
  | 'AppointmentDelete';

/** Zapier keeps this with the Zap; a trigger of several events has the others under `also`. */
export interface SubscribeData extends Subscription {
  also: Subscription[];
  /** When Zapier is to subscribe again, in ISO 8601. The relay does not rely on it. */
  expiration_date?: string;
}

/** What the relay sends to have this connection prove that it may still have the events. */
const PROOF_REQUESTED = 'ProofRequested';

/** What an instant trigger makes of an event. */
export type EventPerform<Fields extends InputField[]> = (
  ...parts: [...Parameters<WebhookTriggerPerform<Fields>>, event: RawRecord]
) => ReturnType<WebhookTriggerPerform<Fields>>;

/**
 * `perform`, `performSubscribe` and `performUnsubscribe` of an instant trigger. HighLevel has no way to
 * subscribe to a webhook: the relay takes all events of the app and hands on what is asked for.
 *
 * @param events what it is told of
 * @param perform what it makes of one; it sees none of another sub-account or of another kind
 * @param meanwhile the label of the polling trigger to use where no relay is set up
 */
export function hookOn<EventBundle extends Bundle, Item>(
  events: readonly HookEvent[],
  perform: (z: ZObject, bundle: EventBundle, event: RawRecord) => Item[] | Promise<Item[]>,
  meanwhile?: string,
) {
  return {
    perform: async (z: ZObject, bundle: EventBundle): Promise<Item[]> => {
      const event = await deliveredEvent(z, bundle, events);
      return event ? perform(z, bundle, event) : [];
    },
    performSubscribe: async (z: ZObject, bundle: Bundle): Promise<SubscribeData> => {
      const relayUrl = relayUrlFor(meanwhile);
      const made: NewSubscription[] = [];
      try {
        for (const event of events) made.push(await subscribe(z, bundle, relayUrl, event));
      } catch (error) {
        await endAll(z, relayUrl, made).catch(() => undefined);
        throw error;
      }
      const [first, ...also] = made.map(({ id, secret }) => ({ id, secret }));
      if (!first) throw new Error('An instant trigger needs an event.');
      const [expires] = made.flatMap(({ expiresAt }) => expiresAt ?? []).toSorted();
      return { ...first, also, ...(expires !== undefined && { expiration_date: expires }) };
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
 * The event that the relay delivered, once its signature is proved; undefined where there is nothing
 * to start a Zap with. Where HighLevel gave it no `webhookId` it has the delivery's own.
 *
 * Where the relay asks for the proof that this connection may still have the events, it is given
 * here: this is where the token is.
 *
 * @throws errors.Error when it is not signed with the secret of this Zap's subscription, and what
 *   `proveAccess` throws
 */
async function deliveredEvent(
  z: ZObject,
  bundle: Bundle,
  events: readonly HookEvent[],
): Promise<RawRecord | undefined> {
  const subscriptions = subscriptionsIn(bundle.subscribeData);
  const { webhookId, payload } = verified(bundle, subscriptions);
  if (payload['type'] === PROOF_REQUESTED) {
    const relayUrl = relayUrlFor(undefined);
    for (const subscription of subscriptions) await proveAccess(z, bundle, relayUrl, subscription);
    return undefined;
  }
  if (!isOneOf(payload, events)) return undefined;
  const locationId = locationOf(bundle);
  const isElsewhere = !isOfLocation(payload, locationId);
  if (isElsewhere && !omittedFrom(payload).includes('locations')) return undefined;
  const event = isReduced(payload) ? await wholeEvent(z, payload) : payload;
  return isOfLocation(event, locationId) ? { webhookId, ...withoutGaps(event) } : undefined;
}

/** A delivery's id and content. @throws errors.Error when no subscription's secret signed it */
function verified(
  { rawRequest }: Pick<Bundle, 'rawRequest'>,
  subscriptions: readonly Subscription[],
): { webhookId: string; payload: RawRecord } {
  const { content, headers } = rawRequest ?? {};
  const secrets = subscriptions.map(({ secret }) => secret);
  if (content === undefined || headers === undefined || secrets.length === 0) {
    throw refused(
      'Zapier handed over no delivery of the webhook relay, or not what its signature is checked with.',
    );
  }
  const webhookId = headerOf(headers, 'webhook-id');
  const timestamp = headerOf(headers, 'webhook-timestamp');
  const signatures = headerOf(headers, 'webhook-signature');
  if (!isSigned({ id: webhookId, timestamp, signatures, content }, secrets)) {
    throw refused('A delivery to this Zap was not signed by the webhook relay.');
  }
  const payload = parseJson(content);
  if (!isRecord(payload)) throw refused('A delivery to this Zap contains no event.');
  return { webhookId, payload };
}

/** HighLevel's names of events are words run together; another `type` is the record's own. */
const EVENT_NAME = /^[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*$/;

/** Whether an event is one of these. The relay delivers no others, but by a mistake. */
function isOneOf({ type }: RawRecord, events: readonly HookEvent[]): boolean {
  if (typeof type !== 'string' || !EVENT_NAME.test(type)) return true;
  return events.some((event) =>
    event === 'ConversationStarted'
      ? ['InboundMessage', 'OutboundMessage'].includes(type)
      : event === type,
  );
}

/**
 * Whether an event is of a sub-account. Some name theirs otherwise; users may belong to several, of
 * which their record has a list too.
 */
function isOfLocation(payload: RawRecord, locationId: string): boolean {
  const { type, altType, altId } = payload;
  const own = payload['locationId'] ?? (altType === 'location' ? altId : undefined);
  if (own === locationId) return true;
  const places = [payload['locations'], toRecord(payload['roles'])['locationIds']];
  return type === 'UserCreate' && places.some((place) => toList(place).includes(locationId));
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
