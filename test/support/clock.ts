import { jest } from '@jest/globals';

/** Everything but the date goes on as ever: requests need the rest. */
const LEFT_ALONE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

/** Sets the time, and stops it. `jest.useRealTimers()` ends this. */
export function stopTime(now: string): void {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...LEFT_ALONE] });
}

/**
 * Stops the time, and lets it jump over waits. `jest.restoreAllMocks()` and `jest.useRealTimers()`
 * end this.
 *
 * @param skipped how long the waits of the code under test are, in milliseconds; other timers run
 * @returns the milliseconds of each wait so far
 */
export function skipWaits(now: string, skipped: readonly number[]): number[] {
  stopTime(now);
  const waits: number[] = [];
  const realSetTimeout = globalThis.setTimeout;
  jest.spyOn(globalThis, 'setTimeout').mockImplementation((callback, milliseconds) => {
    if (!milliseconds || !skipped.includes(milliseconds)) {
      return realSetTimeout(callback, milliseconds);
    }
    waits.push(milliseconds);
    jest.setSystemTime(Date.now() + milliseconds);
    return realSetTimeout(callback, 0);
  });
  return waits;
}
