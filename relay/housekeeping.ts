import type { Logger } from 'pino';

import type { Metrics } from './metrics.ts';
import { Periodic } from './periodic.ts';
import type { Database } from './store/database.ts';
import { countDeadLetters, expireDeadLetters } from './store/dead-letters.ts';
import type { DeliveryQueue } from './store/deliveries.ts';
import { forgetSeenEvents } from './store/events.ts';
import { forgetRemembered } from './store/remembered.ts';
import { pgliteTidier } from './store/tidy.ts';

const MEASURE_MS = 2000;
const CLEAN_MS = 10 * 60_000;
const TIDY_MS = 30_000;

/** The regular work beside accepting and delivering: measuring, forgetting, tidying up. */
export class Housekeeping {
  readonly #database: Database;
  readonly #queue: DeliveryQueue;
  readonly #metrics: Metrics;
  readonly #periodic: Periodic;
  #backlog = 0;

  constructor(parts: { database: Database; queue: DeliveryQueue; metrics: Metrics; log: Logger }) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#metrics = parts.metrics;
    this.#periodic = new Periodic(parts.log);
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
    this.#periodic.every(MEASURE_MS, 'measure', () => this.#measure());
    this.#periodic.every(CLEAN_MS, 'clean', () => this.#clean());
    if (this.#database.backend === 'pglite') {
      this.#periodic.every(TIDY_MS, 'tidy', pgliteTidier(this.#database));
    }
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    await this.#periodic.stop();
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
    while (!this.#periodic.isStopped && (await forgetSeenEvents(this.#database)) > 0);
    while (!this.#periodic.isStopped && (await forgetRemembered(this.#database)) > 0);
    while (!this.#periodic.isStopped && (await expireDeadLetters(this.#database)) > 0);
  }
}
