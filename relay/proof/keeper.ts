import type { Logger } from 'pino';

import type { FairLine } from '../delivery/fairness.ts';
import type { Keyring } from '../encryption.ts';
import { PROOF_REQUESTED } from '../event-names.ts';
import { newId } from '../identifiers.ts';
import { ownerNamed } from '../owner.ts';
import type { Metrics } from '../metrics.ts';
import { Periodic } from '../periodic.ts';
import { messageOf } from '../problem.ts';
import { steadyNow } from '../steady-clock.ts';
import { forgetAgencies } from '../store/agencies.ts';
import type { Database, Queryable } from '../store/database.ts';
import type { DeliveryQueue } from '../store/deliveries.ts';
import { insertEvents } from '../store/events.ts';
import { countHeld, expireHeld, releaseHeld } from '../store/held-deliveries.ts';
import {
  askSoon,
  countUnproved,
  removeUnproved,
  takeDue,
  type AskedSubscription,
} from '../store/proofs.ts';
import type { ProofTimes } from '../store/subscriptions.ts';

/** Parts of the time that a proof lasts: when its subscriber is first asked for another one, at random between these. */
const FIRST_ASKED = [1 / 2, 3 / 4] as const;
/** How long after that it is asked again while the proof lasts, and when it has ended. */
const ASKED_AGAIN = 1 / 8;
const ASKED_LATE = 1 / 4;
/** How soon a subscriber with waiting events may be asked again. */
const ASKED_FOR_HELD = 1 / 48;

const LOOK_MS = 10_000;
const LOOKS_IN_LIFETIME = 50;
const MEASURE_MS = 30_000;
const CLEAN_MS = 10 * 60_000;

/** A proof's times, from the moment when HighLevel was asked. */
export function proofTimes(at: number, lastsMs: number, random = Math.random): ProofTimes {
  const [earliest, latest] = FIRST_ASKED;
  return {
    at,
    until: at + lastsMs,
    askAt: at + lastsMs * (earliest + (latest - earliest) * random()),
  };
}

/**
 * Keeps proofs fresh. Well before a proof ends, and as long as there is none, its subscriber is sent a
 * request to prove its access again, in the way events are sent. What comes when the proof has ended
 * is held until then.
 */
export class ProofKeeper {
  readonly #database: Database;
  readonly #queue: DeliveryQueue;
  readonly #keyring: Keyring;
  readonly #line: FairLine;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #lastsMs: number;
  readonly #onQueued: (deliveries: number) => void;
  readonly #cleanMs: number;
  readonly #periodic: Periodic;
  /** Subscriptions with waiting events, and when each was last asked because of them. */
  readonly #askedForHeld = new Map<string, number>();
  #releasing: Promise<void> | undefined;

  /**
   * @param parts onQueued is told how many deliveries were put in line.
   * @param cleanMs how often it forgets what is over.
   */
  constructor(
    parts: {
      database: Database;
      queue: DeliveryQueue;
      keyring: Keyring;
      line: FairLine;
      metrics: Metrics;
      log: Logger;
      lastsMs: number;
      onQueued: (deliveries: number) => void;
    },
    cleanMs = CLEAN_MS,
  ) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#keyring = parts.keyring;
    this.#line = parts.line;
    this.#metrics = parts.metrics;
    this.#log = parts.log;
    this.#lastsMs = parts.lastsMs;
    this.#onQueued = parts.onQueued;
    this.#cleanMs = cleanMs;
    this.#periodic = new Periodic(parts.log);
  }

  /** Starts to ask, to release and to forget. */
  start(): void {
    const look = Math.min(LOOK_MS, this.#lastsMs / LOOKS_IN_LIFETIME);
    this.#periodic.every(look, 'ask for proofs', () => this.#ask());
    this.#periodic.every(look, 'release what was held', () => this.release());
    this.#periodic.every(Math.min(MEASURE_MS, look), 'count what is held', () => this.#measure());
    this.#periodic.every(this.#cleanMs, 'forget what is not proved', () => this.#clean());
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    await this.#periodic.stop();
    await this.#releasing;
  }

  /** Has the subscribers of these subscriptions asked now, unless they were a short time ago. */
  held(subscriptions: ReadonlySet<string>): void {
    const pauseMs = this.#lastsMs * ASKED_FOR_HELD;
    for (const [id, at] of this.#askedForHeld) {
      if (at > steadyNow() - pauseMs) break;
      this.#askedForHeld.delete(id);
    }
    const ids = [...subscriptions].filter((id) => !this.#askedForHeld.has(id));
    if (ids.length === 0) return;
    for (const id of ids) this.#askedForHeld.set(id, steadyNow());
    const now = Date.now();
    askSoon(this.#database, ids, { now, notSince: now - pauseMs })
      .then(() => this.#ask())
      .catch((error: unknown) => {
        for (const id of ids) this.#askedForHeld.delete(id);
        this.#log.error({ reason: messageOf(error) }, 'subscribers could not be asked for proofs');
      });
  }

  /** Queues what was waiting for subscribers that have proved their access since. */
  async release(): Promise<void> {
    // One after the other: a call that comes meanwhile may be for what the one under way has passed.
    while (this.#releasing) await this.#releasing;
    this.#releasing = this.#releaseAll().finally(() => {
      this.#releasing = undefined;
    });
    await this.#releasing;
  }

  async #releaseAll(): Promise<void> {
    for (;;) {
      const { released, dropped } = await releaseHeld(
        this.#database,
        this.#queue,
        Date.now(),
        (location) => this.#line.place(location),
      );
      if (released > 0) this.#onQueued(released);
      if (released + dropped === 0 || this.#periodic.isStopped) return;
    }
  }

  /** Asks everybody whose time has come. */
  async #ask(): Promise<void> {
    for (;;) {
      const asked = await this.#database.transaction(async (transaction) => {
        const now = Date.now();
        const due = await takeDue(transaction, {
          now,
          again: this.#lastsMs * ASKED_AGAIN,
          late: this.#lastsMs * ASKED_LATE,
        });
        if (due.length > 0) await this.#request(transaction, due, now);
        return due.length;
      });
      if (asked > 0) this.#onQueued(asked);
      if (asked === 0 || this.#periodic.isStopped) return;
    }
  }

  async #request(
    transaction: Queryable,
    subscriptions: readonly AskedSubscription[],
    now: number,
  ): Promise<void> {
    const requests = subscriptions.map((subscription) => {
      const id = newId();
      return { id, subscription, body: requestFor(subscription, id, now) };
    });
    await insertEvents(
      transaction,
      this.#keyring,
      requests.map(({ id, body }) => ({
        id,
        contentType: 'application/json',
        body,
        deliveries: 1,
      })),
    );
    await this.#queue.insert(
      transaction,
      requests.map(({ id, subscription, body }) => ({
        event: id,
        shared: false,
        subscription: subscription.id,
        location: subscription.owner,
        type: PROOF_REQUESTED,
        bytes: body.length,
        attempts: 0,
        since: now,
        place: this.#line.place(subscription.owner),
      })),
    );
  }

  async #measure(): Promise<void> {
    const [held, unproved] = await Promise.all([
      countHeld(this.#database),
      countUnproved(this.#database, Date.now()),
    ]);
    this.#metrics.held.set(held);
    this.#metrics.unproved.set(unproved);
  }

  async #clean(): Promise<void> {
    for (let ended = 1; ended > 0 && !this.#periodic.isStopped;) {
      ended = await expireHeld(this.#database);
      this.#metrics.heldInVain.inc(ended);
    }
    for (let forgotten = 1; forgotten > 0 && !this.#periodic.isStopped;) {
      forgotten = await forgetAgencies(this.#database);
    }
    for (let ids = ['']; ids.length > 0 && !this.#periodic.isStopped;) {
      ids = await removeUnproved(this.#database, Date.now());
      for (const subscription of ids) this.#log.warn({ subscription }, 'never proved: removed');
    }
  }
}

/** The body of a request for a proof. */
function requestFor({ event, owner, provedUntil }: AskedSubscription, id: string, now: number) {
  const body = {
    type: PROOF_REQUESTED,
    event,
    ...ownerNamed(owner),
    provedUntil: new Date(provedUntil).toISOString(),
    webhookId: id,
    timestamp: new Date(now).toISOString(),
  };
  return Buffer.from(JSON.stringify(body));
}
