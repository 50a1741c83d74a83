import type { DeliveryTimes } from '../config.ts';
import type { Outbound, Post, PostResult } from '../outbound.ts';
import { parseRetryAfter } from '../retry-after.ts';
import type { ClaimedDelivery } from '../store/deliveries.ts';
import type { StoredEvent } from '../store/events.ts';
import type { Standing, StoredSubscription } from '../store/subscriptions.ts';
import { checkTarget, type AllowedTargets } from '../targets.ts';
import { retryDelay } from './backoff.ts';
import { Signer } from './signer.ts';

/** What an attempt came to, and what follows from it. */
export type Outcome =
  | { kind: 'delivered' }
  /** The target is gone for good: the subscription goes with it. */
  | { kind: 'gone' }
  /** There is nothing to deliver any longer: its subscription has ended meanwhile. */
  | { kind: 'dropped' }
  /** The subscriber has to prove its access before it gets anything. */
  | { kind: 'held' }
  | { kind: 'retry'; due: number; reason: string; refused?: boolean; pauseMs?: number }
  | { kind: 'dead'; attempts: number; reason: string };

/** A subscription, ready to deliver to. */
export interface PreparedTarget {
  /** The subscription's public id: address and secrets are those of this one. */
  publicId: string;
  /** For logs: the address itself is a secret of the subscriber. */
  host: string;
  origin: string;
  path: string;
  exempt: boolean;
  /** Why nothing may be delivered to it any longer. */
  refusal: string | undefined;
  /** One for each secret: see store/subscriptions.ts. */
  signers: readonly Signer[];
}

/** Makes a stored subscription ready: address and secret are parsed once, not for each delivery. */
export function prepareTarget(
  { publicId }: Standing,
  { targetUrl, secrets }: StoredSubscription,
  allowed: AllowedTargets,
): PreparedTarget {
  const url = new URL(targetUrl);
  const checked = checkTarget(targetUrl, allowed);
  return {
    publicId,
    host: url.host,
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    exempt: typeof checked !== 'string' && checked.exempt,
    refusal: typeof checked === 'string' ? checked : undefined,
    signers: secrets.map((secret) => new Signer(secret)),
  };
}

/** Posts an event's exact bytes, signed as Standard Webhooks says. */
export function attempt(
  outbound: Outbound,
  delivery: ClaimedDelivery,
  target: PreparedTarget,
  event: StoredEvent,
): Post {
  if (target.refusal !== undefined) {
    const result = { status: undefined, retryAfter: undefined, failure: target.refusal };
    return { result: Promise.resolve(result), abort: () => undefined };
  }
  const now = Math.floor(Date.now() / 1000);
  // The same for every attempt, so that a receiver can tell a repeat.
  const id = `${delivery.event}_${delivery.subscription}`;
  const headers = {
    'content-type': event.contentType,
    'user-agent': 'highlevel-relay',
    'webhook-id': id,
    'webhook-timestamp': String(now),
    'webhook-signature': target.signers.map((signer) => signer.sign(id, now, event.body)).join(' '),
  };
  return outbound.post(target, headers, event.body);
}

/** Decides what follows from an answer, or from having none. */
export function outcomeOf(
  { status, retryAfter, failure }: PostResult,
  delivery: ClaimedDelivery,
  times: DeliveryTimes,
  now = Date.now(),
): Outcome {
  if (status !== undefined && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 410) return { kind: 'gone' };
  const reason = failure ?? sentenceOf(status);
  if (now - delivery.since >= times.giveUpAfter) {
    return { kind: 'dead', attempts: delivery.attempts + 1, reason };
  }
  if (status === 429) {
    const asked = parseRetryAfter(retryAfter, now);
    // A little later than asked, and not all at the same moment. The wait does not grow with each
    // attempt: the target is not broken, and its pace keeps the attempts apart (see pace.ts).
    const wait = asked ?? retryDelay(1, times);
    const due = now + wait + Math.random() * Math.min(times.firstRetry, 1000);
    const pause = asked === undefined ? {} : { pauseMs: asked };
    return { kind: 'retry', due, reason, refused: true, ...pause };
  }
  const wait = retryDelay(delivery.attempts + 1, times);
  // The last attempt is made when the time is over, not much before.
  const last = Math.max(now, delivery.since + times.giveUpAfter);
  return { kind: 'retry', due: Math.min(now + wait, last), reason };
}

function sentenceOf(status: number | undefined): string {
  if (status !== undefined && status >= 300 && status < 400) {
    return `The target answered ${status}; redirects are not followed.`;
  }
  return `The target answered ${status ?? 'nothing'}.`;
}
