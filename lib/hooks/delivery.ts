import { errors, type Bundle } from 'zapier-platform-core';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { parseJson } from '../http/json.ts';
import type { Subscription } from './relay.ts';
import { isSigned } from './signature.ts';

/** What the relay sends to have this connection prove that it may still have the events. */
export const PROOF_REQUESTED = 'ProofRequested';

/** What Zapier hands over of a delivery, and keeps of the Zap's subscriptions. */
export type Delivered = Pick<Bundle, 'rawRequest' | 'subscribeData'>;

/** What the relay delivered to a Zap. */
export interface Delivery {
  webhookId: string;
  payload: RawRecord;
  /** All subscriptions of the Zap. */
  subscriptions: Subscription[];
}

/** What was proved, with the subscriptions whose secrets did: one run of an agency's looks twice. */
const PROVED = new WeakMap<object, { subscribeData: unknown; delivery: Delivery }>();

/** A delivery, once its signature is proved. @throws errors.Error when no subscription's secret signed it */
export function verified(delivered: Delivered): Delivery {
  const { rawRequest, subscribeData } = delivered;
  const proved = rawRequest && PROVED.get(rawRequest);
  if (proved && proved.subscribeData === subscribeData) return proved.delivery;
  const delivery = proof(delivered);
  if (rawRequest) PROVED.set(rawRequest, { subscribeData, delivery });
  return delivery;
}

function proof({ rawRequest, subscribeData }: Delivered): Delivery {
  const subscriptions = subscriptionsIn(subscribeData);
  const { content, headers } = rawRequest ?? {};
  const secrets = subscriptions.map(({ secret }) => secret);
  if (content === undefined || headers === undefined || secrets.length === 0) {
    throw refused(
      'Zapier passed on no delivery of the webhook relay, or one without its signature.',
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
  return { webhookId, payload, subscriptions };
}

/** The subscriptions in what Zapier keeps with a Zap. */
export function subscriptionsIn(subscribeData: unknown): Subscription[] {
  if (!isRecord(subscribeData)) return [];
  return [subscribeData, ...toList(subscribeData['also'])].flatMap((entry) => {
    const { id, secret } = isRecord(entry) ? entry : {};
    return typeof id === 'string' && typeof secret === 'string' ? [{ id, secret }] : [];
  });
}

const OF_USERS: readonly unknown[] = ['UserCreate', 'UserUpdate', 'UserDelete'];

/**
 * The sub-accounts that an event is of, its own first. Some events name theirs otherwise; users may
 * belong to several, of which their record has a list too.
 */
export function placesOf(payload: RawRecord): string[] {
  const { type, altType, altId } = payload;
  const own = payload['locationId'] ?? (altType === 'location' ? altId : undefined);
  const lists = OF_USERS.includes(type)
    ? [payload['locations'], toRecord(payload['roles'])['locationIds']].flatMap(toList)
    : [];
  return [...new Set([own, ...lists].flatMap((place) => toText(place) ?? []))];
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
    `${what} It was ignored. If events are missing, switch the Zap off and on again: then it subscribes again.`,
    'unsigned_delivery',
  );
}
