// Node's own mock clock, not jest's: it works in every lane, and stops nothing but the date.
import { mock } from 'node:test';

/** Sets the time, and stops it. `resumeTime()` ends this. */
export function stopTime(now: string): void {
  mock.timers.enable({ apis: ['Date'], now: new Date(now) });
}

/** Lets the stopped time jump. */
export function advanceTime(milliseconds: number): void {
  mock.timers.setTime(Date.now() + milliseconds);
}

/** Ends `stopTime()` and `skipWaits()`. */
export function resumeTime(): void {
  mock.reset();
}

/**
 * Stops the time, and lets it jump over waits. `resumeTime()` ends this.
 *
 * @param skipped how long the waits of the code under test are, in milliseconds; other timers run
 * @returns the milliseconds of each wait so far
 */
export function skipWaits(now: string, skipped: readonly number[]): number[] {
  stopTime(now);
  const waits: number[] = [];
  const realSetTimeout = globalThis.setTimeout;
  mock.method(globalThis, 'setTimeout', (callback: () => void, milliseconds?: number) => {
    if (!milliseconds || !skipped.includes(milliseconds)) {
      return realSetTimeout(callback, milliseconds);
    }
    waits.push(milliseconds);
    advanceTime(milliseconds);
    return realSetTimeout(callback, 0);
  });
  return waits;
}
