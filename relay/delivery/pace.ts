/** A learned rate is a little less than what was taken, and what is refused lowers it as much. */
const CUT = 0.9;
/** By how much of itself the rate grows in a second without a refusal. */
const GROWTH = 0.02;
const LEAST_RATE = 1;
/** A rate that has grown so far is no limit any longer. */
const NO_LIMIT_RATE = 500;
/** How much of a second's attempts may be made at the same moment. */
const BURST = 0.25;
const WINDOW_MS = 1000;
/** Refusals in a row, nothing taken between them, after which slower attempts are no answer. */
const STILL_REFUSED = 3;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How many attempts a second a target takes. There is no limit until it answers 429; then it is what
 * it took in the second before, a little less, and grows slowly until it is refused again. Zapier,
 * for one, takes about 30 a second on a hook and does not say when to come again.
 */
export class Pace {
  #rate: number | undefined;
  #allowance = 0;
  #countedAt = 0;
  #windowFrom = 0;
  #takenInWindow = 0;
  #takenBefore = 0;
  #cutAt = Number.NEGATIVE_INFINITY;
  #refusals = 0;

  /** Attempts a second, undefined while no limit is known. */
  get rate(): number | undefined {
    return this.#rate;
  }

  /** Whether an attempt may be made now. */
  mayAttempt(now: number): boolean {
    this.#count(now);
    return this.#rate === undefined || this.#allowance >= 1;
  }

  /** Takes note of an attempt that is made. */
  attempted(): void {
    if (this.#rate !== undefined) this.#allowance -= 1;
  }

  /** Takes note of an attempt that was taken. */
  taken(now: number): void {
    this.#moveWindow(now);
    this.#takenInWindow += 1;
    this.#refusals = 0;
  }

  /**
   * Takes note of an attempt that was refused for coming too soon.
   *
   * @returns how long to leave the target alone, in milliseconds. Refusals of attempts that were
   *   under way when the rate was lowered say nothing new.
   */
  refused(startedAt: number, now: number): number {
    if (startedAt <= this.#cutAt) return 0;
    this.#moveWindow(now);
    const taken = Math.max(this.#takenInWindow, this.#takenBefore);
    const isFirst = this.#rate === undefined;
    if (this.#rate !== undefined) this.#rate = Math.max(LEAST_RATE, this.#rate * CUT);
    else if (taken > 0) this.#rate = Math.max(LEAST_RATE, taken * CUT);
    this.#allowance = 0;
    this.#countedAt = now;
    this.#cutAt = now;
    this.#refusals += 1;
    if (this.#refusals < STILL_REFUSED) return isFirst ? FIRST_PAUSE_MS : 0;
    const doublings = Math.min(this.#refusals - STILL_REFUSED, 10);
    return Math.min(FIRST_PAUSE_MS * 2 ** doublings, LONGEST_PAUSE_MS);
  }

  /** Forgets what was learned. */
  forget(): void {
    this.#rate = undefined;
    this.#refusals = 0;
  }

  #count(now: number): void {
    if (this.#rate === undefined) return;
    const seconds = Math.max(0, now - this.#countedAt) / 1000;
    this.#countedAt = now;
    const most = 1 + this.#rate * BURST;
    this.#allowance = Math.min(most, this.#allowance + this.#rate * seconds);
    this.#rate *= 1 + GROWTH * seconds;
    if (this.#rate >= NO_LIMIT_RATE) this.#rate = undefined;
  }

  #moveWindow(now: number): void {
    const windows = Math.floor((now - this.#windowFrom) / WINDOW_MS);
    if (windows < 1) return;
    this.#takenBefore = windows === 1 ? this.#takenInWindow : 0;
    this.#takenInWindow = 0;
    this.#windowFrom += windows * WINDOW_MS;
  }
}
