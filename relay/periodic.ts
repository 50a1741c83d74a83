import type { Logger } from 'pino';

import { messageOf } from './problem.ts';
import { steadyNow } from './steady-clock.ts';

/** Work that takes long is done less often: it takes at most this part of the time. */
const SHARE = 20;
/** Work that a dead database held up for long is not put off for long as well. */
const LONGEST_WAIT_MS = 60_000;

/** Work that is done again and again until the relay stops. A failure is logged; the next try follows. */
export class Periodic {
  readonly #log: Logger;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #working = new Set<Promise<void>>();
  #stopped = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  /** Whether {@link stop} was called: long work ends early then. */
  get isStopped(): boolean {
    return this.#stopped;
  }

  /**
   * Does something every so often, first after one interval.
   *
   * @param interval milliseconds.
   * @param what names the work in the log.
   */
  every(interval: number, what: string, work: () => Promise<void>): void {
    this.#after(interval, interval, what, work);
  }

  /** Ends after what is under way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#timers) clearTimeout(timer);
    await Promise.all(this.#working);
  }

  #after(wait: number, interval: number, what: string, work: () => Promise<void>): void {
    if (this.#stopped) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      const started = steadyNow();
      const working = work()
        .catch((error: unknown) => {
          this.#log.error({ reason: messageOf(error), what }, 'failed');
        })
        .then(() => {
          this.#working.delete(working);
          const share = Math.min(SHARE * (steadyNow() - started), LONGEST_WAIT_MS);
          this.#after(Math.max(interval, share), interval, what, work);
        });
      this.#working.add(working);
    }, wait);
    this.#timers.add(timer);
  }
}
