import type { Logger } from 'pino';

import type { FairLine } from '../delivery/fairness.ts';
import type { Keyring } from '../encryption.ts';
import type { Metrics } from '../metrics.ts';
import { Periodic } from '../periodic.ts';
import type { Database } from '../store/database.ts';
import type { DeliveryQueue } from '../store/deliveries.ts';
import { insertEvents } from '../store/events.ts';
import { countWaits } from '../store/waits.ts';
import type { Waits } from './waits.ts';

/** A step may go on so much later than it asked for. */
const LOOK_MS = 1000;
const MEASURE_MS = 30_000;

/** Resumes the steps that have waited as long as they wanted to. */
export class WaitKeeper {
  readonly #database: Database;
  readonly #queue: DeliveryQueue;
  readonly #keyring: Keyring;
  readonly #line: FairLine;
  readonly #metrics: Metrics;
  readonly #waits: Waits;
  readonly #onQueued: (deliveries: number) => void;
  readonly #now: () => number;
  readonly #periodic: Periodic;

  /** @param parts onQueued is told how many deliveries were put in line */
  constructor(parts: {
    database: Database;
    queue: DeliveryQueue;
    keyring: Keyring;
    line: FairLine;
    metrics: Metrics;
    log: Logger;
    waits: Waits;
    onQueued: (deliveries: number) => void;
    now?: () => number;
  }) {
    this.#database = parts.database;
    this.#queue = parts.queue;
    this.#keyring = parts.keyring;
    this.#line = parts.line;
    this.#metrics = parts.metrics;
    this.#waits = parts.waits;
    this.#onQueued = parts.onQueued;
    this.#now = parts.now ?? Date.now;
    this.#periodic = new Periodic(parts.log);
  }

  /** Starts to look at the clock. */
  start(): void {
    this.#periodic.every(LOOK_MS, 'resume steps that have waited', () => this.resumeOverdue());
    this.#periodic.every(MEASURE_MS, 'count steps that wait', async () => {
      this.#metrics.waits.set(await countWaits(this.#database));
    });
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    await this.#periodic.stop();
  }

  /** Resumes every step whose time is over now. */
  async resumeOverdue(): Promise<void> {
    for (;;) {
      const resumed = await this.#database.transaction(async (transaction) => {
        const resumptions = await this.#waits.resumeOverdue(transaction, this.#now());
        if (resumptions.length === 0) return 0;
        await insertEvents(
          transaction,
          this.#keyring,
          resumptions.map(({ event }) => event),
        );
        await this.#queue.insert(
          transaction,
          resumptions.map(({ delivery }) => ({
            ...delivery,
            place: this.#line.place(delivery.location),
          })),
        );
        return resumptions.length;
      });
      if (resumed > 0) {
        this.#metrics.waitsEnded.inc({ result: 'timed_out' }, resumed);
        this.#onQueued(resumed);
      }
      if (resumed === 0 || this.#periodic.isStopped) return;
    }
  }
}
