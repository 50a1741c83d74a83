import type { Logger } from 'pino';

import type { Metrics } from './metrics.ts';
import { messageOf } from './problem.ts';
import type { Database } from './store/database.ts';
import { countDeadLetters, expireDeadLetters } from './store/dead-letters.ts';
import type { DeliveryQueue } from './store/deliveries.ts';
import { forgetSeenEvents } from './store/events.ts';
import { pgliteTidier } from './store/tidy.ts';

const MEASURE_MS = 2000;
/** Measuring a long queue takes time: it takes at most this part of it. */
const MEASURE_SHARE = 20;
/** One that a dead database held up for long is not put off for long as well. */
const LONGEST_WAIT_MS = 60_000;
const CLEAN_MS = 10 * 60_000;
const TIDY_MS = 30_000;

/** The regular work beside accepting and delivering: measuring, forgetting, tidying up. */
export class Housekeeping {
  readonly #database: Database;
  readonly #queue: DeliveryQueue;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #timers = new Set<NodeJS.Timeout>();
  #stopped = false;
  #working: Promise<unknown> = Promise.resolve();
  #backlog = 0;

  constructor(parts: { database: Database; queue: DeliveryQueue; metrics: Metrics; log: Logger }) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#metrics = parts.metrics;
    this.#log = parts.log;
  }

  /** Deliveries that wait: of all relays when last counted, and those put in line here since. */
  get backlog(): number {
    return this.#backlog;
  }

  /** Takes note of deliveries that were put in line since they were counted. */
  added(deliveries: number): void {
    this.#backlog += deliveries;
    this.#metrics.queueDepth.set(this.#backlog);
  }

  /** Measures once, then keeps at it until {@link stop}. */
  async start(): Promise<void> {
    await this.#measure();
    this.#every(MEASURE_MS, 'measure', () => this.#measure());
    this.#every(CLEAN_MS, 'clean', () => this.#clean());
    if (this.#database.backend === 'pglite') {
      this.#every(TIDY_MS, 'tidy', pgliteTidier(this.#database));
    }
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#working;
  }

  #every(interval: number, what: string, work: () => Promise<void>): void {
    if (this.#stopped) return;
    let wait = interval;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const started = Date.now();
      this.#working = work()
        .catch((error: unknown) => {
          this.#log.error({ reason: messageOf(error), what }, 'failed');
        })
        .then(() => {
          const share = Math.min(MEASURE_SHARE * (Date.now() - started), LONGEST_WAIT_MS);
          wait = Math.max(interval, share);
          this.#every(wait, what, work);
        });
    }, wait);
    this.#timers.add(timer);
  }

  async #measure(): Promise<void> {
    const [{ count, oldest }, dead] = await Promise.all([
      this.#queue.backlog(),
      countDeadLetters(this.#database),
    ]);
    this.#backlog = count;
    this.#metrics.queueDepth.set(count);
    this.#metrics.oldestAge.set(oldest === undefined ? 0 : (Date.now() - oldest) / 1000);
    this.#metrics.deadLetters.set(dead);
  }

  async #clean(): Promise<void> {
    while (!this.#stopped && (await forgetSeenEvents(this.#database)) > 0);
    while (!this.#stopped && (await expireDeadLetters(this.#database)) > 0);
  }
}
