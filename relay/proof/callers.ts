import { isIP, isIPv4 } from 'node:net';

import type { Group } from './places.ts';
import { steadyNow } from '../steady-clock.ts';

/** Parallel proofs: of all new subscriptions, of one caller, of one location of a caller. */
const MOST_SUBSCRIBING = 192;
const MOST_OF_CALLER = 64;
const MOST_OF_LOCATION = 16;
/** The same for renewals, whose callers have a subscription's secret. */
const MOST_RENEWING = 64;
const MOST_OF_SUBSCRIPTION = 2;
/** Connections to HighLevel that all of this needs. */
export const MOST_AT_ONCE = MOST_SUBSCRIBING + MOST_RENEWING;

/** After this many refused tokens in a minute, a caller gets few places for the rest of it. */
const MOST_REFUSED = 60;
const MOST_OF_DOUBTED = 4;
const WINDOW_MS = 60_000;
const MOST_REMEMBERED = 10_000;

/** Who asks for a proof: an address that wants to subscribe, or somebody with a subscription. */
export type Caller = { address: string } | { subscription: string };

/**
 * Who of those that ask HighLevel through the relay belongs together. Zapier calls from addresses
 * that many of its users share: who is behind one that sends made-up tokens is slowed, not shut out.
 */
export class Callers {
  readonly #refused = new Map<string, { since: number; count: number }>();
  readonly #now: () => number;

  constructor(now: () => number = steadyNow) {
    this.#now = now;
  }

  /** The groups in which a caller's proof takes a place. */
  groupsOf(caller: Caller, locationId: string): Group[] {
    if ('subscription' in caller) {
      return [
        { name: 'renewing', most: MOST_RENEWING },
        { name: `renewing ${locationId}`, most: MOST_OF_LOCATION },
        { name: `subscription ${caller.subscription}`, most: MOST_OF_SUBSCRIPTION },
      ];
    }
    const network = networkOf(caller.address);
    const most = this.#isDoubted(network) ? MOST_OF_DOUBTED : MOST_OF_CALLER;
    return [
      { name: 'subscribing', most: MOST_SUBSCRIBING },
      { name: `network ${network}`, most },
      { name: `network ${network} ${locationId}`, most: MOST_OF_LOCATION },
    ];
  }

  /** Takes note of a token that HighLevel did not accept. */
  refused(caller: Caller): void {
    if ('subscription' in caller) return;
    const network = networkOf(caller.address);
    const known = this.#refused.get(network);
    const isCurrent = known !== undefined && this.#now() - known.since < WINDOW_MS;
    const { since, count } = isCurrent ? known : { since: this.#now(), count: 0 };
    this.#refused.delete(network);
    this.#refused.set(network, { since, count: count + 1 });
    for (const [oldest] of this.#refused) {
      if (this.#refused.size <= MOST_REMEMBERED) break;
      this.#refused.delete(oldest);
    }
  }

  #isDoubted(network: string): boolean {
    const known = this.#refused.get(network);
    return (
      known !== undefined && known.count >= MOST_REFUSED && this.#now() - known.since < WINDOW_MS
    );
  }
}

/**
 * An IPv4 address, or the first 48 bits of an IPv6 one: so much is given to anybody who asks a provider for
 * a network, with 65,536 smaller ones in it.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:([\d.]+)$/.exec(plain)?.[1] ?? plain;
  if (isIPv4(mapped) || isIP(mapped) === 0) return mapped;
  const [head = '', tail] = mapped.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
