// Node's own mock clock, not jest's: it works in every lane, and stops nothing but the date.
import { syncBuiltinESMExports } from 'node:module';
import { mock } from 'node:test';
import timers from 'node:timers/promises';

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
  syncBuiltinESMExports();
}

/**
 * Stops the time, and lets it jump over the waits of the code under test, which are those by
 * `node:timers/promises`. `resumeTime()` ends this.
 *
 * @returns the milliseconds of each wait so far
 */
export function skipWaits(now: string): number[] {
  stopTime(now);
  const waits: number[] = [];
  mock.method(timers, 'setTimeout', (milliseconds: number) => {
    waits.push(milliseconds);
    advanceTime(milliseconds);
    return Promise.resolve();
  });
  syncBuiltinESMExports();
  return waits;
}
