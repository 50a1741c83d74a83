import { steadyNow } from '../steady-clock.ts';

/** Remembers the latest values, each for some time. */
export class Remembered<T> {
  readonly #entries = new Map<string, { at: number; value: T }>();
  readonly #most: number;
  readonly #holdsMs: number;
  readonly #now: () => number;

  constructor(most: number, holdsMs: number, now: () => number = steadyNow) {
    this.#most = most;
    this.#holdsMs = holdsMs;
    this.#now = now;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    return entry && this.#now() - entry.at < this.#holdsMs ? entry.value : undefined;
  }

  set(key: string, value: T): void {
    // Anew, so that it stands behind the older ones.
    this.#entries.delete(key);
    this.#entries.set(key, { at: this.#now(), value });
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= this.#most) break;
      this.#entries.delete(oldest);
    }
  }
}
