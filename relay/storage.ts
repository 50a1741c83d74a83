import { withinLimit } from './time-limit.ts';
import { steadyNow } from './steady-clock.ts';

/** What was stored so lately shows that more can be. */
const TRUSTED_FOR_MS = 2000;
/** Storing is tried no more often while it fails. */
const TRY_EVERY_MS = 1000;
const TRY_LIMIT_MS = 3000;

/** Stores so many bytes as events are stored, and takes them away again. */
export type Try = (bytes: number) => Promise<void>;

/** Events are small; but where the disk is full, a little often still fits. */
const SMALL_BYTES = 8 * 1024;
const LARGE_BYTES = 1024 * 1024;

/**
 * Knows whether events can be stored: from those that were, and where there were none lately, by
 * trying it. So a relay that its balancer sends nothing to, because it cannot store, finds out by
 * itself when it can again.
 */
export class Storage {
  readonly #try: Try;
  readonly #now: () => number;
  #isFailing = false;
  #knownAt = Number.NEGATIVE_INFINITY;
  #trying: Promise<boolean> | undefined;

  constructor(tryToStore: Try, now: () => number = steadyNow) {
    this.#try = tryToStore;
    this.#now = now;
  }

  /** Events were stored. */
  stored(): void {
    this.#know(false);
  }

  /** Events could not be stored, and it was not for what was in them. */
  failed(): void {
    this.#know(true);
  }

  /** Whether events can be stored. */
  async canStore(): Promise<boolean> {
    const age = this.#now() - this.#knownAt;
    if (age < (this.#isFailing ? TRY_EVERY_MS : TRUSTED_FOR_MS)) return !this.#isFailing;
    this.#trying ??= this.#tryOnce().finally(() => {
      this.#trying = undefined;
    });
    return withinLimit(this.#trying, TRY_LIMIT_MS, () => new Error('It takes too long.')).catch(
      () => false,
    );
  }

  async #tryOnce(): Promise<boolean> {
    try {
      await this.#try(this.#isFailing ? LARGE_BYTES : SMALL_BYTES);
      this.stored();
      return true;
    } catch {
      this.failed();
      return false;
    }
  }

  #know(isFailing: boolean): void {
    this.#isFailing = isFailing;
    this.#knownAt = this.#now();
  }
}
