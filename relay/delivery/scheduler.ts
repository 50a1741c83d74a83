import type { ClaimedDelivery } from '../store/deliveries.ts';
import { Pace } from './pace.ts';
import { steadyNow } from '../steady-clock.ts';
import { Tally } from '../tally.ts';

/** How many attempts may run, in all and for each target. */
export interface SchedulerLimits {
  /** Attempts that run, of targets that answer quickly. */
  quick: number;
  /** Attempts that run, of targets that are slow or fail, all of them together. */
  troubled: number;
  /** Deliveries claimed for one location before no more are fetched for it. */
  perLocation: number;
  /** The same for one subscription. */
  perTarget: number;
  /** Parallel attempts for a slow target. */
  perSlowTarget: number;
  /** Deliveries that may wait in memory for rate-limited targets, over all of these targets. */
  paced: number;
  /** Bytes of payloads in memory above which no more are fetched. */
  bytes: number;
}

export const LIMITS: SchedulerLimits = {
  quick: 256,
  troubled: 256,
  perLocation: 64,
  perTarget: 64,
  perSlowTarget: 4,
  paced: 1024,
  bytes: 64 * 1024 * 1024,
};

/** An attempt that takes longer makes its target a slow one. */
const SLOW_MS = 1000;
/** Failures in a row after which a target gets one attempt at a time. */
const FAILING = 3;
/** Failures in a row after which it is left alone for a while. */
const LEFT_ALONE = 5;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;
/** What is known of a target that nothing is sent to is forgotten after this. */
const FORGET_MS = 10 * 60_000;

/** A claimed delivery with what is sent. */
export interface Parcel {
  delivery: ClaimedDelivery;
  body: Buffer;
}

/** How an attempt ended: what the next ones depend on. */
export interface AttemptEnd {
  /** Whether it was not made after all: nothing is known of the target then. */
  skipped?: boolean;
  /** False for a failure; a request to wait is none. */
  ok: boolean;
  /** Why it failed, a sentence. */
  reason?: string | undefined;
  /** Whether the target said that it is asked too often. */
  refused?: boolean | undefined;
  /** When the target asked to wait: how long, in milliseconds. */
  pauseMs?: number | undefined;
}

interface TargetState {
  id: string;
  location: string;
  /** Deliveries that were claimed and are still being read. */
  expected: number;
  waiting: Parcel[];
  running: number;
  slow: boolean;
  failures: number;
  lastFailure: number;
  lastReason: string;
  pausedUntil: number;
  lastUse: number;
  pace: Pace;
  /** Whether its deliveries are counted with those that wait for their pace. */
  paced: boolean;
}

interface Running {
  startedAt: number;
  troubled: boolean;
}

/**
 * Decides which of the claimed deliveries may be attempted now, so that one busy location, one slow
 * or one dead target cannot take the places of the others. It only counts; it does no work itself.
 *
 * An attempt that has run for a second moves from the quick places to the troubled ones: many
 * targets that stop answering at once free their places within that second.
 */
export class Scheduler {
  readonly #limits: SchedulerLimits;
  readonly #now: () => number;
  readonly #targets = new Map<string, TargetState>();
  /** Claims of each location, but for attempts that are in trouble, which are counted apart. */
  readonly #claimedByLocation = new Tally();
  readonly #troubledByLocation = new Tally();
  readonly #expectedByLocation = new Tally();
  readonly #running = new Map<ClaimedDelivery, Running>();
  #quick = 0;
  #troubled = 0;
  #waiting = 0;
  /** Those of them that wait for a target's pace, and so take no room from others. */
  #waitingPaced = 0;
  #bytes = 0;
  #surplus: ClaimedDelivery[] = [];

  constructor(limits: SchedulerLimits = LIMITS, now: () => number = steadyNow) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Whether more should be fetched. */
  get hasRoom(): boolean {
    return (
      this.#quick < this.#limits.quick &&
      this.#waiting - this.#waitingPaced < this.#limits.quick &&
      this.#bytes < this.#limits.bytes
    );
  }

  /** How many more bytes of payloads fit into memory before fetching stops. */
  get roomForBytes(): number {
    return Math.max(0, this.#limits.bytes - this.#bytes);
  }

  /** Whether nothing is under way and nobody is kept waiting. */
  get isIdle(): boolean {
    return (
      this.#running.size === 0 && this.#expectedByLocation.total === 0 && this.full().length === 0
    );
  }

  /** Everything claimed: attempts that run and deliveries that wait for one. */
  get claimed(): ClaimedDelivery[] {
    const waiting = [...this.#targets.values()].flatMap((target) => target.waiting);
    return [...this.#running.keys(), ...waiting.map(({ delivery }) => delivery)];
  }

  /** Whether deliveries of a subscription would find no room now. */
  isFull(subscription: string): boolean {
    const target = this.#targets.get(subscription);
    return target !== undefined && this.#isFull(target);
  }

  /** The subscriptions that nothing should be fetched for now. */
  full(): string[] {
    const ids: string[] = [];
    for (const target of this.#targets.values()) {
      if (this.#isFull(target)) ids.push(target.id);
    }
    return ids;
  }

  /** The subscriptions that are left alone, with how long still, in milliseconds. */
  paused(): Map<string, number> {
    const now = this.#now();
    const waits = new Map<string, number>();
    for (const { id, pausedUntil } of this.#targets.values()) {
      if (pausedUntil > now) waits.set(id, pausedUntil - now);
    }
    return waits;
  }

  /** Why a target has failed several times in a row, undefined when it has not. */
  failureOf(subscription: string): string | undefined {
    const target = this.#targets.get(subscription);
    return target && target.failures >= FAILING ? target.lastReason : undefined;
  }

  /** Takes note of deliveries that were claimed, until they have arrived: they will take room. */
  expect(deliveries: readonly ClaimedDelivery[]): void {
    for (const delivery of deliveries) this.#countExpected(delivery, 1);
  }

  /** Those have been read, or could not be: what is to be attempted of them is offered now. */
  arrived(deliveries: readonly ClaimedDelivery[]): void {
    for (const delivery of deliveries) this.#countExpected(delivery, -1);
  }

  /** Takes a delivery that was fetched; false when it should be given back. */
  offer(parcel: Parcel): boolean {
    const { subscription, location } = parcel.delivery;
    const target = this.#target(subscription, location);
    const claimed = this.#claimedByLocation.of(location);
    const most = isTroubled(target)
      ? 2 * this.#placesOf(target)
      : this.#limits.perTarget + this.#limits.perLocation;
    if (
      target.pausedUntil > this.#now() ||
      target.running + target.waiting.length >= most ||
      claimed >= 2 * this.#limits.perLocation
    ) {
      return false;
    }
    target.waiting.push(parcel);
    this.#countWaiting(target, 1);
    this.#bytes += parcel.body.length;
    this.#claimedByLocation.add(location, 1);
    return true;
  }

  /** Takes the deliveries that may be attempted now, one of each target in turn. */
  start(): Parcel[] {
    const started: Parcel[] = [];
    if (this.#waiting === 0) return started;
    const now = this.#now();
    for (let progress = true; progress;) {
      progress = false;
      for (const target of this.#targets.values()) {
        if (!this.#mayStart(target, now)) continue;
        const parcel = target.waiting.shift();
        if (!parcel) continue;
        const troubled = isTroubled(target);
        this.#countWaiting(target, -1);
        target.pace.attempted();
        target.running += 1;
        target.lastUse = now;
        if (troubled) this.#enterTrouble(target);
        else this.#quick += 1;
        this.#running.set(parcel.delivery, { startedAt: now, troubled });
        started.push(parcel);
        progress = true;
      }
    }
    return started;
  }

  /**
   * Takes note of an attempt that ended.
   *
   * @returns whether deliveries that found no room before would find some now.
   */
  end({ delivery, body }: Parcel, { skipped, ok, reason, refused, pauseMs }: AttemptEnd): boolean {
    const running = this.#running.get(delivery);
    const target = this.#targets.get(delivery.subscription);
    if (!running || !target) return false;
    const hadRoom = this.hasRoom && !this.#isFull(target);
    const now = this.#now();
    this.#running.delete(delivery);
    target.running -= 1;
    this.#bytes -= body.length;
    if (running.troubled) {
      this.#troubled -= 1;
      this.#troubledByLocation.add(target.location, -1);
    } else {
      this.#quick -= 1;
      this.#claimedByLocation.add(target.location, -1);
    }
    if (skipped) return !hadRoom && this.hasRoom && !this.#isFull(target);
    if (refused || pauseMs !== undefined) {
      const pause = target.pace.refused(running.startedAt, now);
      target.pausedUntil = Math.max(target.pausedUntil, now + (pauseMs ?? pause));
      this.#setPaced(target, target.pace.rate !== undefined);
    } else if (ok) {
      target.pace.taken(now);
      target.failures = 0;
      target.slow = now - running.startedAt >= SLOW_MS;
    } else if (running.startedAt >= target.lastFailure) {
      // Attempts that ran side by side and failed together count as one failure.
      target.failures += 1;
      target.lastFailure = now;
      target.lastReason = reason ?? '';
      if (target.failures >= LEFT_ALONE) {
        const pause = FIRST_PAUSE_MS * 2 ** Math.min(target.failures - LEFT_ALONE, 10);
        target.pausedUntil = now + Math.min(pause, LONGEST_PAUSE_MS);
      }
    }
    this.#giveBackSurplus(target, now);
    return !hadRoom && this.hasRoom && !this.#isFull(target);
  }

  /** Notices attempts that have become slow, and forgets targets that are not used. */
  tick(): void {
    const now = this.#now();
    for (const [delivery, running] of this.#running) {
      if (running.troubled || now - running.startedAt < SLOW_MS) continue;
      running.troubled = true;
      this.#quick -= 1;
      const target = this.#targets.get(delivery.subscription);
      if (!target) continue;
      this.#enterTrouble(target);
      target.slow = true;
      this.#giveBackSurplus(target, now);
    }
    for (const target of this.#targets.values()) {
      if (target.paced) this.#setPaced(target, target.pace.rate !== undefined);
      const known = target.failures > 0 || target.slow || target.paced || target.pausedUntil > now;
      if (claimsOf(target) > 0 || this.#isFull(target)) continue;
      if (!known || now - target.lastUse > FORGET_MS) this.#targets.delete(target.id);
    }
  }

  /** Ends all pauses, when an operator has seen that targets are back. */
  clearPauses(): void {
    for (const target of this.#targets.values()) {
      target.pausedUntil = 0;
      target.failures = 0;
      target.pace.forget();
      this.#setPaced(target, false);
    }
  }

  /** The deliveries to give back since the last call, because their target got into trouble. */
  takeSurplus(): ClaimedDelivery[] {
    const surplus = this.#surplus;
    this.#surplus = [];
    return surplus;
  }

  /** Takes everything that waits, at a stop. */
  takeWaiting(): ClaimedDelivery[] {
    for (const target of this.#targets.values()) this.#dropWaiting(target, 0);
    return this.takeSurplus();
  }

  #target(id: string, location: string): TargetState {
    const known = this.#targets.get(id);
    if (known) return known;
    const target: TargetState = {
      id,
      location,
      expected: 0,
      waiting: [],
      running: 0,
      slow: false,
      failures: 0,
      lastFailure: 0,
      lastReason: '',
      pausedUntil: 0,
      lastUse: this.#now(),
      pace: new Pace(),
      paced: false,
    };
    this.#targets.set(id, target);
    return target;
  }

  #placesOf(target: TargetState): number {
    if (target.failures >= FAILING) return 1;
    const most = target.slow ? this.#limits.perSlowTarget : this.#limits.perTarget;
    // Nothing more is fetched for it while it has what it takes in a second.
    return Math.min(most, Math.ceil(target.pace.rate ?? most));
  }

  #isFull(target: TargetState): boolean {
    return (
      target.pausedUntil > this.#now() ||
      claimsOf(target) >= this.#placesOf(target) ||
      this.#claimedByLocation.of(target.location) + this.#expectedByLocation.of(target.location) >=
        this.#limits.perLocation ||
      (isTroubled(target) && !this.#hasTroubledPlace(target)) ||
      (target.paced && this.#waitingPaced >= this.#limits.paced)
    );
  }

  #mayStart(target: TargetState, now: number): boolean {
    return (
      target.waiting.length > 0 &&
      target.pausedUntil <= now &&
      target.running < this.#placesOf(target) &&
      target.pace.mayAttempt(now) &&
      (isTroubled(target) ? this.#hasTroubledPlace(target) : this.#quick < this.#limits.quick)
    );
  }

  #hasTroubledPlace({ location }: TargetState): boolean {
    return (
      this.#troubled < this.#limits.troubled &&
      this.#troubledByLocation.of(location) < this.#limits.perLocation
    );
  }

  #enterTrouble({ location }: TargetState): void {
    this.#troubled += 1;
    this.#claimedByLocation.add(location, -1);
    this.#troubledByLocation.add(location, 1);
  }

  #countExpected({ subscription, location }: ClaimedDelivery, by: number): void {
    this.#target(subscription, location).expected += by;
    this.#expectedByLocation.add(location, by);
  }

  #countWaiting({ paced }: TargetState, by: number): void {
    this.#waiting += by;
    if (paced) this.#waitingPaced += by;
  }

  #setPaced(target: TargetState, paced: boolean): void {
    if (target.paced === paced) return;
    target.paced = paced;
    this.#waitingPaced += paced ? target.waiting.length : -target.waiting.length;
  }

  #giveBackSurplus(target: TargetState, now: number): void {
    if (target.pausedUntil > now) this.#dropWaiting(target, 0);
    else if (isTroubled(target)) {
      this.#dropWaiting(target, Math.max(0, 2 * this.#placesOf(target) - target.running));
    }
  }

  #dropWaiting(target: TargetState, keep: number): void {
    for (const { delivery, body } of target.waiting.splice(keep)) {
      this.#countWaiting(target, -1);
      this.#bytes -= body.length;
      this.#claimedByLocation.add(target.location, -1);
      this.#surplus.push(delivery);
    }
  }
}

function claimsOf({ expected, waiting, running }: TargetState): number {
  return expected + waiting.length + running;
}

function isTroubled({ slow, failures }: TargetState): boolean {
  return slow || failures >= FAILING;
}
