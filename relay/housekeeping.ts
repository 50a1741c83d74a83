import type { Logger } from 'pino';

import type { Backlog, BacklogLimits } from './backlog.ts';
import type { Metrics } from './metrics.ts';
import { Periodic } from './periodic.ts';
import { steadyNow } from './steady-clock.ts';
import { countWaiting } from './store/backlog.ts';
import type { Database } from './store/database.ts';
import { countDeadLetters, expireDeadLetters, limitDeadLetters } from './store/dead-letters.ts';
import { forgetSeenEvents } from './store/events.ts';
import { forgetRemembered } from './store/remembered.ts';
import { pgliteTidier } from './store/tidy.ts';

/** How often each kind of work is done, in milliseconds. */
const EVERY_MS = { measure: 2000, clean: 10 * 60_000, tidy: 30_000 };
/** The log says of each sub-account no more often that its events are refused. */
const TOLD_EVERY_MS = 60_000;

/** The regular work beside accepting and delivering: measuring, forgetting, tidying up. */
export class Housekeeping {
  readonly #database: Database;
  readonly #backlog: Backlog;
  readonly #limits: BacklogLimits;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #everyMs: typeof EVERY_MS;
  readonly #periodic: Periodic;
  /** When the log last said that an owner's events are refused. */
  readonly #told = new Map<string, number>();

  constructor(
    parts: {
      database: Database;
      backlog: Backlog;
      /** Of what waits, and of dead letters. */
      limits: BacklogLimits;
      metrics: Metrics;
      log: Logger;
    },
    everyMs = EVERY_MS,
  ) {
    this.#database = parts.database;
    this.#backlog = parts.backlog;
    this.#limits = parts.limits;
    this.#metrics = parts.metrics;
    this.#log = parts.log;
    this.#everyMs = everyMs;
    this.#periodic = new Periodic(parts.log);
  }

  /** Measures once, then keeps at it until {@link stop}. */
  async start(): Promise<void> {
    await this.#measure();
    this.#periodic.every(this.#everyMs.measure, 'measure', () => this.#measure());
    this.#periodic.every(this.#everyMs.clean, 'clean', () => this.#clean());
    if (this.#database.backend === 'pglite') {
      this.#periodic.every(this.#everyMs.tidy, 'tidy', pgliteTidier(this.#database));
    }
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    await this.#periodic.stop();
  }

  async #measure(): Promise<void> {
    const [{ queued, oldest, bytes }, dead] = await Promise.all([
      this.#backlog.count(() => countWaiting(this.#database)),
      countDeadLetters(this.#database),
    ]);
    this.#metrics.queueDepth.set(queued);
    this.#metrics.queueBytes.set(bytes.total);
    this.#metrics.oldestAge.set(oldest === undefined ? 0 : (Date.now() - oldest) / 1000);
    this.#metrics.deadLetters.set(dead);
    this.#tellRefused();
  }

  #tellRefused(): void {
    for (const [owner, at] of this.#told) {
      if (steadyNow() - at >= TOLD_EVERY_MS) this.#told.delete(owner);
    }
    for (const { owner, ...found } of this.#backlog.takeRefused()) {
      if (this.#told.has(owner)) continue;
      this.#told.set(owner, steadyNow());
      this.#log.warn({ location: owner, ...found }, 'refused: more than its share waits');
    }
  }

  async #clean(): Promise<void> {
    while (!this.#periodic.isStopped && (await forgetSeenEvents(this.#database)) > 0);
    while (!this.#periodic.isStopped && (await forgetRemembered(this.#database)) > 0);
    while (!this.#periodic.isStopped && (await expireDeadLetters(this.#database)) > 0);
    for (let deadLetters = 1; deadLetters > 0 && !this.#periodic.isStopped;) {
      deadLetters = await limitDeadLetters(this.#database, this.#limits);
      if (deadLetters > 0)
        this.#log.warn({ deadLetters }, 'dead letters dropped: there were too many');
    }
  }
}
