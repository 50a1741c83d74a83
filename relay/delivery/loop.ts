import type { Logger } from 'pino';

import type { DeliveryTimes } from '../config.ts';
import { PROOF_REQUESTED, STEP_RESUMED } from '../event-names.ts';
import type { Keyring } from '../encryption.ts';
import type { Metrics } from '../metrics.ts';
import type { Outbound, Post } from '../outbound.ts';
import { messageOf } from '../problem.ts';
import { steadyNow } from '../steady-clock.ts';
import { insertDeadLetters } from '../store/dead-letters.ts';
import type { Database, Queryable, Statement } from '../store/database.ts';
import { FETCH_SIZE, type ClaimedDelivery, type DeliveryQueue } from '../store/deliveries.ts';
import {
  endingDeliveries,
  readEvents,
  type FoundEvents,
  type StoredEvent,
} from '../store/events.ts';
import { holdDeliveries } from '../store/held-deliveries.ts';
import {
  readSubscriptions,
  removeSubscriptions,
  type Standing,
  type StoredSubscription,
} from '../store/subscriptions.ts';
import { sendInTurn } from '../store/transaction.ts';
import type { AllowedTargets } from '../targets.ts';
import { attempt, outcomeOf, prepareTarget, type Outcome, type PreparedTarget } from './attempt.ts';
import type { OnHeld } from '../ingest.ts';
import type { FairLine } from './fairness.ts';
import type { RecentEvents } from './recent-events.ts';
import { Scheduler, type Parcel } from './scheduler.ts';

/** Retries come due without a notification: this is how late they may be noticed. */
const POLL_MS = 500;
/** Looking through a long line takes time: it takes at most this part of it. */
const WHOLE_LINE_SHARE = 20;
const TICK_MS = 250;
/** Claims are renewed this often, and those of processes that are gone are taken back. */
const RENEW_MS = 2000;
/** What waits for targets that are left alone is put off this often. */
const PUT_OFF_MS = 5000;
/** How long attempts under way may still take when the relay stops. */
const STOP_LIMIT_MS = 8000;
/** Outcomes waiting to be written, above which nothing more is fetched. */
const MOST_UNWRITTEN = 1024;
const MOST_PREPARED_TARGETS = 20_000;
const MOST_WRITTEN_AT_ONCE = 256;

/** A subscription as it is to be delivered to now. */
interface PresentTarget {
  target: PreparedTarget;
  /** From when on nothing may be delivered to it (milliseconds since 1970). */
  provedUntil: number;
}

interface Loaded extends Parcel, PresentTarget {
  event: StoredEvent;
}

/** Deliveries that were claimed, and are not read yet. */
interface Arrival {
  claimed: readonly ClaimedDelivery[];
  /** The subscriptions that are known to be there still. */
  present: ReadonlyMap<string, Standing>;
}

interface FoundTargets {
  targets: Map<string, PresentTarget>;
  /** Why a subscription cannot be read, a sentence. */
  unreadable: Map<string, string>;
}

interface Ended {
  delivery: ClaimedDelivery;
  outcome: Outcome;
  /** The public id of the subscription that was delivered to. */
  publicId?: string;
}

/**
 * Delivers: claims what is due and first in line, posts it, writes down what came of it. One loop a
 * process, many attempts in parallel. It is woken when events are stored here, when a place becomes
 * free and when another relay asks for help.
 */
export class DeliveryLoop {
  readonly #database: Database;
  readonly #queue: DeliveryQueue;
  readonly #keyring: Keyring;
  readonly #line: FairLine;
  readonly #recent: RecentEvents;
  readonly #outbound: Outbound;
  readonly #allowed: AllowedTargets;
  readonly #times: DeliveryTimes;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #onHeld: OnHeld;
  readonly #scheduler = new Scheduler();
  readonly #prepared = new Map<string, PreparedTarget>();
  readonly #loaded = new Map<ClaimedDelivery, Loaded>();
  readonly #posts = new Map<ClaimedDelivery, { post: Post; startedAt: number }>();
  #ended: Ended[] = [];
  #writing: Promise<void> | undefined;
  #stopping = false;
  #woken = true;
  #polled = true;
  #nextWholeLine = 0;
  #wakeUp: (() => void) | undefined;
  #fetching: Promise<void> | undefined;
  #arrivals: Arrival[] = [];
  #loading: Promise<unknown> = Promise.resolve();
  #nextLoad: Promise<void> | undefined;
  readonly #handedOver = new Set<Promise<void>>();
  #timers: NodeJS.Timeout[] = [];

  constructor(parts: {
    database: Database;
    queue: DeliveryQueue;
    keyring: Keyring;
    line: FairLine;
    recent: RecentEvents;
    outbound: Outbound;
    allowed: AllowedTargets;
    times: DeliveryTimes;
    metrics: Metrics;
    log: Logger;
    onHeld: OnHeld;
  }) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#keyring = parts.keyring;
    this.#line = parts.line;
    this.#recent = parts.recent;
    this.#outbound = parts.outbound;
    this.#allowed = parts.allowed;
    this.#times = parts.times;
    this.#metrics = parts.metrics;
    this.#log = parts.log;
    this.#onHeld = parts.onHeld;
  }

  /** Starts to deliver. */
  start(): void {
    this.#fetching = this.#run();
    this.#timers = [
      setInterval(() => {
        this.#polled = true;
        this.wake();
      }, POLL_MS),
      setInterval(() => {
        this.#tick();
      }, TICK_MS),
      setInterval(() => void this.#guarded('renew claims', () => this.#renew()), RENEW_MS),
      setInterval(() => void this.#guarded('put off', () => this.#putOff()), PUT_OFF_MS),
    ];
  }

  /** Looks for deliveries now. */
  wake(): void {
    this.#woken = true;
    this.#wakeUp?.();
  }

  /** Looks for deliveries now, also for targets that were left alone. */
  retryAll(): void {
    this.#scheduler.clearPauses();
    this.wake();
  }

  /**
   * Claims what is first in line within a transaction that puts deliveries there: claimed with them,
   * they need no transaction of their own and can be attempted once it is committed.
   *
   * @param subscriptions what the deliveries are for. Those that have no room are no reason to claim.
   */
  async claimWithin(
    transaction: Queryable,
    subscriptions: ReadonlySet<string>,
  ): Promise<ClaimedDelivery[]> {
    // Databases without SKIP LOCKED could undo the whole transaction over a claim.
    if (!['postgres', 'pglite'].includes(this.#database.backend)) return [];
    return this.#mayFetch && this.#hasRoomForSome(subscriptions)
      ? this.#fetch(false, transaction)
      : [];
  }

  /**
   * Delivers what was claimed within a transaction, after its commit.
   *
   * @param present the subscriptions that are known to be there still; they need not be read again.
   */
  deliver(claimed: readonly ClaimedDelivery[], present: ReadonlyMap<string, Standing>): void {
    if (claimed.length === 0) return;
    const loading = this.#guarded('load deliveries', () => this.#load(claimed, present));
    this.#handedOver.add(loading);
    void loading.then(() => this.#handedOver.delete(loading));
  }

  /**
   * Looks for deliveries because some were put in line for these subscriptions. Those that have no
   * room anyway are no reason to.
   *
   * @returns whether this relay has more to do than it can, so that others should help.
   */
  wakeFor(subscriptions: ReadonlySet<string>): boolean {
    if (this.#hasRoomForSome(subscriptions)) this.wake();
    return !this.#scheduler.hasRoom;
  }

  /**
   * Stops: nothing more is claimed, what waits is given back, attempts under way end (or are cut off
   * and repeated later), and every outcome is written down.
   */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.wake();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#fetching;
    await Promise.all(this.#handedOver);
    await this.#giveBack(this.#scheduler.takeWaiting());
    const cutOff = setTimeout(() => {
      for (const { post } of this.#posts.values()) post.abort('The relay is being stopped.');
    }, STOP_LIMIT_MS);
    await Promise.all([...this.#posts.values()].map(({ post }) => post.result));
    clearTimeout(cutOff);
    // The outcomes of the posts are noted in the turn after their results.
    await new Promise((resolve) => setImmediate(resolve));
    await this.#writing;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      if (!this.#woken) {
        await new Promise<void>((resolve) => {
          this.#wakeUp = resolve;
        });
        this.#wakeUp = undefined;
      }
      const wholeLine = this.#polled && steadyNow() >= this.#nextWholeLine;
      this.#woken = false;
      this.#polled = false;
      try {
        await this.#fetchAll(wholeLine);
      } catch (error) {
        this.#log.error({ reason: messageOf(error) }, 'deliveries could not be fetched');
      }
    }
  }

  /**
   * @param wholeLine whether to look behind the near places too. That takes long when a target that
   *   has no room has many deliveries there, and there is little to find.
   */
  async #fetchAll(wholeLine: boolean): Promise<void> {
    while (this.#mayFetch) {
      const started = steadyNow();
      const claimed = await this.#fetch(wholeLine);
      const ended = steadyNow();
      if (wholeLine) this.#nextWholeLine = ended + WHOLE_LINE_SHARE * (ended - started);
      if (claimed.length === 0) {
        if (this.#scheduler.isIdle) this.#line.emptied();
        return;
      }
      await this.#load(claimed);
      if (claimed.length < FETCH_SIZE) return;
    }
  }

  #hasRoomForSome(subscriptions: ReadonlySet<string>): boolean {
    return [...subscriptions].some((subscription) => !this.#scheduler.isFull(subscription));
  }

  get #mayFetch(): boolean {
    return !this.#stopping && this.#scheduler.hasRoom && this.#ended.length < MOST_UNWRITTEN;
  }

  #fetch(wholeLine: boolean, transaction?: Queryable): Promise<ClaimedDelivery[]> {
    const full = this.#scheduler.full();
    const near = full.length > 0 && !wholeLine ? this.#line.near : undefined;
    return this.#queue.fetch(full, near, transaction);
  }

  /**
   * Reads payloads and targets of claimed deliveries, and starts those that may. One load is under way
   * at a time: what it has read counts before the next one reads. All that is claimed meanwhile makes up
   * the next one, so that what stands in front does not wait for what was claimed before it.
   *
   * @param present the subscriptions that are known to be there still.
   */
  #load(
    claimed: readonly ClaimedDelivery[],
    present: ReadonlyMap<string, Standing> = new Map(),
  ): Promise<void> {
    this.#scheduler.expect(claimed);
    this.#arrivals.push({ claimed, present });
    this.#nextLoad ??= this.#loading.then(() => this.#loadArrivals());
    return this.#nextLoad;
  }

  async #loadArrivals(): Promise<void> {
    const arrivals = this.#arrivals;
    this.#arrivals = [];
    this.#nextLoad = undefined;
    const claimed = arrivals
      .flatMap((arrival) => arrival.claimed)
      .sort((one, other) => other.place - one.place);
    const present = new Map(arrivals.flatMap((arrival) => [...arrival.present]));
    const taken = this.#takeIn(claimed, present);
    this.#loading = taken.catch(() => undefined);
    try {
      const refused = await taken;
      this.#startAttempts();
      await this.#giveBack(refused);
    } catch (error) {
      await this.#giveBack(claimed);
      throw error;
    }
  }

  /** @returns the deliveries that there is no room for. */
  async #takeIn(
    claimed: readonly ClaimedDelivery[],
    present: ReadonlyMap<string, Standing>,
  ): Promise<ClaimedDelivery[]> {
    const [events, targets] = await Promise.all([
      this.#readEvents(unique(claimed.map(({ event }) => event))),
      this.#readTargets(unique(claimed.map(({ subscription }) => subscription)), present),
    ]).finally(() => {
      this.#scheduler.arrived(claimed);
    });
    const refused: ClaimedDelivery[] = [];
    for (const delivery of claimed) {
      this.#line.served(delivery.place);
      const unreadable =
        events.unreadable.get(delivery.event) ?? targets.unreadable.get(delivery.subscription);
      if (unreadable !== undefined) {
        this.#bury(delivery, unreadable);
        continue;
      }
      if (events.unread.has(delivery.event)) {
        refused.push(delivery);
        continue;
      }
      const event = events.events.get(delivery.event);
      const found = targets.targets.get(delivery.subscription);
      if (!event || !found) {
        this.#settleAtOnce(delivery, { kind: 'dropped' });
        continue;
      }
      if (!isProved(delivery, found)) {
        this.#settleAtOnce(delivery, { kind: 'held' });
        continue;
      }
      const reason = this.#reasonToGiveUp(delivery);
      if (reason !== undefined) {
        this.#settleAtOnce(delivery, givenUp(delivery, { attempts: delivery.attempts, reason }));
        continue;
      }
      const loaded: Loaded = { delivery, body: event.body, event, ...found };
      if (this.#scheduler.offer(loaded)) this.#loaded.set(delivery, loaded);
      else refused.push(delivery);
    }
    return refused;
  }

  /** Gives up on what cannot be read, because of a lost key or damage. The others continue. */
  #bury(delivery: ClaimedDelivery, reason: string): void {
    const { event, subscription, location, attempts } = delivery;
    this.#log.error({ event, subscription, location, reason }, 'delivery not readable');
    this.#settleAtOnce(delivery, givenUp(delivery, { attempts, reason }));
  }

  /** Settles what is not attempted. The room that it was expected to take is free for others. */
  #settleAtOnce(delivery: ClaimedDelivery, outcome: Outcome): void {
    this.#note(delivery, outcome);
    this.wake();
  }

  async #readEvents(ids: readonly string[]): Promise<FoundEvents> {
    const recent = new Map<string, StoredEvent>();
    const missing: string[] = [];
    for (const id of ids) {
      const event = this.#recent.get(id);
      if (event) recent.set(id, event);
      else missing.push(id);
    }
    if (missing.length === 0) return { events: recent, unreadable: new Map(), unread: new Set() };
    const room = this.#scheduler.roomForBytes;
    const found = await readEvents(this.#database, this.#keyring, missing, room);
    for (const [id, event] of recent) found.events.set(id, event);
    return found;
  }

  async #readTargets(
    ids: readonly string[],
    present: ReadonlyMap<string, Standing>,
  ): Promise<FoundTargets> {
    const targets = new Map<string, PresentTarget>();
    const unreadable = new Map<string, string>();
    const missing: string[] = [];
    for (const id of ids) {
      const standing = present.get(id);
      const target = standing && this.#preparedAs(id, standing);
      if (target) targets.set(id, { target, provedUntil: standing.provedUntil });
      else missing.push(id);
    }
    if (missing.length === 0) return { targets, unreadable };
    await readSubscriptions(this.#database, this.#keyring, missing, (id, standing, open) => {
      try {
        const target = this.#prepare(id, standing, open);
        targets.set(id, { target, provedUntil: standing.provedUntil });
      } catch (error) {
        unreadable.set(id, `The subscription cannot be read: ${messageOf(error)}.`);
      }
    });
    return { targets, unreadable };
  }

  /** What waits too long for a target that keeps failing is given up without asking it once more. */
  #reasonToGiveUp({ since, attempts, subscription }: ClaimedDelivery): string | undefined {
    if (attempts === 0 || Date.now() - since < this.#times.giveUpAfter) return undefined;
    return this.#scheduler.failureOf(subscription);
  }

  #preparedAs(id: string, { publicId }: Standing): PreparedTarget | undefined {
    const known = this.#prepared.get(id);
    return known?.publicId === publicId ? known : undefined;
  }

  #prepare(id: string, standing: Standing, open: () => StoredSubscription): PreparedTarget {
    const known = this.#preparedAs(id, standing);
    if (known) return known;
    if (this.#prepared.size >= MOST_PREPARED_TARGETS) this.#prepared.clear();
    const target = prepareTarget(standing, open(), this.#allowed);
    this.#prepared.set(id, target);
    return target;
  }

  #startAttempts(): void {
    for (const { delivery } of this.#scheduler.start()) {
      const loaded = this.#loaded.get(delivery);
      if (!loaded) continue;
      if (!isProved(delivery, loaded)) {
        this.#returnLate(loaded);
        continue;
      }
      const post = attempt(this.#outbound, delivery, loaded.target, loaded.event);
      this.#posts.set(delivery, { post, startedAt: steadyNow() });
      void post.result.then((result) => {
        this.#posts.delete(delivery);
        this.#loaded.delete(delivery);
        const outcome = outcomeOf(result, delivery, this.#times);
        this.#end(loaded, outcome.kind === 'dead' ? givenUp(delivery, outcome) : outcome);
      });
    }
  }

  /** It has waited here until its proof counted no more: what counts now is read with it again. */
  #returnLate(loaded: Loaded): void {
    this.#scheduler.end(loaded, { skipped: true, ok: true });
    void this.#giveBack([loaded.delivery]).then(() => {
      this.wake();
    });
  }

  #end(loaded: Loaded, outcome: Outcome): void {
    const { delivery, target } = loaded;
    const freed = this.#scheduler.end(loaded, {
      ok: outcome.kind === 'delivered' || outcome.kind === 'gone',
      reason: 'reason' in outcome ? outcome.reason : undefined,
      refused: outcome.kind === 'retry' && outcome.refused,
      pauseMs: outcome.kind === 'retry' ? outcome.pauseMs : undefined,
    });
    if (outcome.kind === 'delivered') {
      if (!delivery.shared) this.#recent.forget(delivery.event);
      this.#metrics.delivered.inc();
      this.#metrics.deliveryLatency.observe((Date.now() - delivery.since) / 1000);
    } else {
      this.#log.info(
        {
          event: delivery.event,
          subscription: delivery.subscription,
          location: delivery.location,
          host: target.host,
          attempts: delivery.attempts + 1,
          outcome: outcome.kind,
          reason: 'reason' in outcome ? outcome.reason : undefined,
        },
        'delivery not taken',
      );
    }
    this.#note(delivery, outcome, target.publicId);
    this.#startAttempts();
    void this.#giveBack(this.#scheduler.takeSurplus());
    if (freed) this.wake();
  }

  #note(delivery: ClaimedDelivery, outcome: Outcome, publicId?: string): void {
    this.#ended.push({ delivery, outcome, ...(publicId !== undefined && { publicId }) });
    this.#writing ??= this.#writeAll();
  }

  /** Writes outcomes down, as many together as have come up. Repeats until the database takes them. */
  async #writeAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    let failures = 0;
    while (this.#ended.length > 0) {
      const batch = this.#ended.slice(0, MOST_WRITTEN_AT_ONCE);
      const hadRoom = this.#ended.length < MOST_UNWRITTEN;
      try {
        await this.#write(batch);
        this.#ended.splice(0, batch.length);
        failures = 0;
        if (!hadRoom) this.wake();
      } catch (error) {
        this.#log.error({ reason: messageOf(error) }, 'outcomes could not be written');
        failures += 1;
        // A stop does not wait for a database that is gone: the claims run out by themselves.
        if (this.#stopping && failures > 3) break;
        await new Promise((resolve) => setTimeout(resolve, Math.min(100 * 2 ** failures, 5000)));
      }
    }
    this.#writing = undefined;
  }

  async #write(batch: readonly Ended[]): Promise<void> {
    await this.#database.transaction(async (transaction) => {
      const removed = await this.#queue.remove(
        transaction,
        batch.map(({ delivery }) => delivery),
      );
      // A claim that was lost belongs to somebody else now, who writes down what comes of it.
      const settled = batch.filter(({ delivery }) => removed.has(delivery.id));
      const again = settled.flatMap(({ delivery, outcome }) => {
        if (outcome.kind !== 'retry') return [];
        const { id: _id, retryCount: _retryCount, ...rest } = delivery;
        const place = this.#line.place(delivery.location);
        return [{ ...rest, attempts: delivery.attempts + 1, due: outcome.due, place }];
      });
      const dead = settled.flatMap(({ delivery, outcome }) =>
        outcome.kind === 'dead'
          ? [{ ...delivery, attempts: outcome.attempts, reason: outcome.reason }]
          : [],
      );
      const held = settled.flatMap(({ delivery, outcome }) =>
        outcome.kind === 'held' ? [delivery] : [],
      );
      const over = settled.filter(({ outcome }) => /^(delivered|gone|dropped)$/.test(outcome.kind));
      const gone = settled.flatMap((ended) =>
        endsSubscription(ended) && ended.publicId !== undefined ? [ended.publicId] : [],
      );
      const statements: Statement[] = [
        ...endingDeliveries(over.map(({ delivery }) => delivery)),
        async (queryable) => again.length > 0 && this.#queue.insert(queryable, again),
        async (queryable) => dead.length > 0 && insertDeadLetters(queryable, dead),
        async (queryable) => held.length > 0 && holdDeliveries(queryable, held),
      ];
      if (gone.length > 0) {
        await sendInTurn(transaction, statements);
        await removeSubscriptions(transaction, unique(gone));
      } else await transaction.commitWith(statements);
      if (held.length > 0) {
        this.#onHeld(new Set(held.map(({ subscription }) => subscription)));
      }
      this.#metrics.retried.inc(again.length);
      this.#metrics.dead.inc(dead.length);
    });
  }

  async #giveBack(deliveries: readonly ClaimedDelivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    for (const delivery of deliveries) this.#loaded.delete(delivery);
    // What cannot be given back now is taken back when its claim runs out.
    await this.#guarded('give back claims', () => this.#queue.release(deliveries));
  }

  #tick(): void {
    const limit = steadyNow() - this.#times.attemptLimit;
    for (const { post, startedAt } of this.#posts.values()) {
      if (startedAt <= limit) post.abort('The target did not answer in time.');
    }
    this.#scheduler.tick();
    this.#startAttempts();
    void this.#giveBack(this.#scheduler.takeSurplus());
  }

  async #renew(): Promise<void> {
    const claimed = this.#scheduler.claimed.concat(this.#ended.map(({ delivery }) => delivery));
    if (claimed.length > 0) await this.#queue.renew(claimed);
    const found = await this.#queue.takeBackClaims();
    if (found > 0) {
      this.#log.warn({ deliveries: found }, 'took back deliveries of a relay that is gone');
      this.wake();
    }
  }

  async #putOff(): Promise<void> {
    const paused = this.#scheduler.paused();
    if (paused.size > 0) await this.#queue.putOff(paused);
  }

  async #guarded(what: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#log.error({ reason: messageOf(error), what }, 'the queue could not be reached');
    }
  }
}

/** Whether the subscriber's access allows a delivery now. */
function isProved({ type }: ClaimedDelivery, { provedUntil }: PresentTarget): boolean {
  return type === PROOF_REQUESTED || provedUntil > Date.now();
}

/** A step that has waited is resumed once. */
function endsSubscription({ delivery, outcome }: Ended): boolean {
  return (
    outcome.kind === 'gone' || (outcome.kind === 'delivered' && delivery.type === STEP_RESUMED)
  );
}

/** A request for a proof is of no use to anybody later, and another one follows. */
function givenUp(
  { type }: ClaimedDelivery,
  { attempts, reason }: { attempts: number; reason: string },
): Outcome {
  return type === PROOF_REQUESTED ? { kind: 'dropped' } : { kind: 'dead', attempts, reason };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}
