import { setImmediate as nextTurn } from 'node:timers/promises';

import { jest } from '@jest/globals';

/** What requests need of Node's own clock. */
const LEFT_ALONE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

/** Sets the time, and stops it: only `passTime` moves it on. `jest.useRealTimers()` ends this. */
export function stopTime(now: string): void {
  jest.useFakeTimers({ now: new Date(now), doNotFake: [...LEFT_ALONE] });
}

/** How far the clock moves at once, in milliseconds. */
const STEP_MS = 10;

/** Lets the stopped time pass until a step is done, however long it waits. */
export async function passTime<Result>(step: Promise<Result>): Promise<Result> {
  const progress = { isDone: false };
  const watched = step.finally(() => {
    progress.isDone = true;
  });
  watched.catch(() => undefined);
  while (!progress.isDone) {
    await jest.advanceTimersByTimeAsync(STEP_MS);
    await nextTurn();
  }
  return watched;
}
