import type { Bundle, InputField, WebhookTriggerPerform, ZObject } from 'zapier-platform-core';

import type { RawRecord } from '../../resources/values.ts';
import { withoutGaps } from '../http/client.ts';
import { hookRelayUrl } from '../connection/environment.ts';
import { locationOf } from '../connection/location.ts';
import type { HookEvent } from './events.ts';
import { placesOf, PROOF_REQUESTED, subscriptionsIn, verified } from './delivery.ts';
import {
  proveAccess,
  relayUrlFor,
  subscribe,
  unsubscribe,
  type NewSubscription,
  type Subscription,
} from './relay.ts';
import { isReduced, omittedFrom, wholeEvent } from './whole_event.ts';

/** Zapier keeps this with the Zap; a trigger of several events has the others under `also`. */
export interface SubscribeData extends Subscription {
  also: Subscription[];
  /** When Zapier is to subscribe again, in ISO 8601. The relay does not rely on it. */
  expiration_date?: string;
}

/** What an instant trigger makes of an event. */
export type EventPerform<Fields extends InputField[]> = (
  ...parts: [...Parameters<WebhookTriggerPerform<Fields>>, event: RawRecord]
) => ReturnType<WebhookTriggerPerform<Fields>>;

/** What instant triggers are told of, by the method with which they subscribe. */
const EVENTS_OF = new WeakMap<object, readonly HookEvent[]>();

/** The events that an operation is told of; none for a trigger whose event a person chooses. */
export function eventsOfTrigger(operation: object): readonly HookEvent[] {
  const subscribes = Object.entries(operation).find(([name]) => name === 'performSubscribe');
  const method: unknown = subscribes?.[1];
  return typeof method === 'function' ? (EVENTS_OF.get(method) ?? []) : [];
}

/**
 * `perform`, `performSubscribe` and `performUnsubscribe` of an instant trigger. HighLevel has no way to
 * subscribe to a webhook: the relay takes all events of the app and hands on what is asked for.
 *
 * @param events what it is told of, or what a person asked for
 * @param perform what it makes of one; it sees none of another sub-account or of another kind
 * @param meanwhile the label of the polling trigger to use where no relay is set up
 */
export function hookOn<EventBundle extends Bundle, Item>(
  events: readonly HookEvent[] | ((bundle: EventBundle) => readonly string[]),
  perform: (z: ZObject, bundle: EventBundle, event: RawRecord) => Item[] | Promise<Item[]>,
  meanwhile?: string,
) {
  const eventsOf = (bundle: EventBundle) =>
    typeof events === 'function' ? events(bundle) : events;
  const methods = {
    perform: async (z: ZObject, bundle: EventBundle): Promise<Item[]> => {
      const event = await deliveredEvent(z, bundle, eventsOf(bundle));
      return event ? perform(z, bundle, event) : [];
    },
    performSubscribe: async (z: ZObject, bundle: EventBundle): Promise<SubscribeData> => {
      const relayUrl = relayUrlFor(meanwhile);
      const made: NewSubscription[] = [];
      try {
        for (const event of eventsOf(bundle))
          made.push(await subscribe(z, bundle, relayUrl, event));
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
  if (typeof events !== 'function') EVENTS_OF.set(methods.performSubscribe, events);
  return methods;
}

async function endAll(z: ZObject, relayUrl: string, subscriptions: Subscription[]): Promise<void> {
  const results = await Promise.allSettled(
    subscriptions.map((subscription) => unsubscribe(z, relayUrl, subscription)),
  );
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
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
  events: readonly string[],
): Promise<RawRecord | undefined> {
  const { webhookId, payload, subscriptions } = verified(bundle);
  if (payload['type'] === PROOF_REQUESTED) {
    const relayUrl = relayUrlFor(undefined);
    for (const subscription of subscriptions) await proveAccess(z, bundle, relayUrl, subscription);
    return undefined;
  }
  if (!isOneOf(payload, events)) return undefined;
  const locationId = locationOf(bundle);
  const isElsewhere = !placesOf(payload).includes(locationId);
  if (isElsewhere && !omittedFrom(payload).includes('locations')) return undefined;
  const event = isReduced(payload)
    ? await wholeEvent(z, payload, nameOf(payload, events))
    : payload;
  return placesOf(event).includes(locationId)
    ? { webhookId, locationId, ...withoutGaps(event) }
    : undefined;
}

/** HighLevel's names of events are words run together; another `type` is the record's own. */
const EVENT_NAME = /^[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*$/;

/** The name of an event that is one of these; not every payload says its own. */
function nameOf({ type }: RawRecord, events: readonly string[]): string | undefined {
  return typeof type === 'string' && EVENT_NAME.test(type) ? type : events[0];
}

/** Whether an event is one of these. The relay delivers no others, but by a mistake. */
function isOneOf({ type }: RawRecord, events: readonly string[]): boolean {
  if (typeof type !== 'string' || !EVENT_NAME.test(type)) return true;
  return events.some((event) =>
    event === 'ConversationStarted'
      ? ['InboundMessage', 'OutboundMessage'].includes(type)
      : event === type,
  );
}
