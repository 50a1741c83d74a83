import { describe, expect, test } from '@jest/globals';

import { Pace } from '../../../relay/delivery/pace.ts';

const TICK_MS = 250;
const LIMIT = 30;

/** A hook that takes so many attempts in each second of the clock. */
function hook(limit: number) {
  let second = -1;
  let count = 0;
  return (now: number): boolean => {
    if (Math.floor(now / 1000) !== second) {
      second = Math.floor(now / 1000);
      count = 0;
    }
    count += 1;
    return count <= limit;
  };
}

/** Attempts as many as the pace allows at each tick, at most so many; gives what came of it. */
function run(pace: Pace, seconds: number, takes: (now: number) => boolean, mostAtOnce = 64) {
  let taken = 0;
  let refused = 0;
  let pausedUntil = 0;
  for (let now = 0; now < seconds * 1000; now += TICK_MS) {
    if (now < pausedUntil) continue;
    for (let attempts = 0; attempts < mostAtOnce && pace.mayAttempt(now); attempts += 1) {
      pace.attempted();
      if (takes(now)) {
        taken += 1;
        pace.taken(now);
      } else {
        refused += 1;
        pausedUntil = Math.max(pausedUntil, now + pace.refused(now, now));
      }
    }
  }
  return { taken, refused };
}

describe('Pace', () => {
  test('sets no limit to a target that refuses nothing', () => {
    const pace = new Pace();
    expect(run(pace, 10, () => true)).toEqual({ taken: 64 * 40, refused: 0 });
    expect(pace.rate).toBeUndefined();
  });

  test('finds the limit of a hook and stays close below it', () => {
    const { taken, refused } = run(new Pace(), 120, hook(LIMIT));
    expect(taken).toBeGreaterThan(0.9 * LIMIT * 120);
    expect(refused).toBeLessThan(0.05 * taken);
  });

  test('forgets a limit that is no more', () => {
    const pace = new Pace();
    run(pace, 10, hook(LIMIT));
    expect(pace.rate).toBeDefined();
    run(pace, 300, () => true);
    expect(pace.rate).toBeUndefined();
  });

  test('leaves a target alone for longer and longer while it refuses everything', () => {
    const pace = new Pace();
    const pauses = Array.from({ length: 12 }, (_, index) => pace.refused(index, index));
    expect(pauses).toEqual([
      1000, 1000, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000, 60_000,
    ]);
    pace.taken(100);
    expect(pace.refused(100, 100)).toBeLessThan(2000);
  });

  test('counts refusals of attempts that were under way together once', () => {
    const pace = new Pace();
    for (let count = 0; count < LIMIT; count += 1) pace.taken(10);
    pace.refused(0, 20);
    const { rate } = pace;
    for (let count = 0; count < LIMIT; count += 1) pace.refused(0, 20);
    expect(pace.rate).toBe(rate);
    expect(rate).toBeCloseTo(0.9 * LIMIT);
  });

  test('forgets everything when an operator says so', () => {
    const pace = new Pace();
    run(pace, 10, hook(LIMIT));
    pace.forget();
    expect(pace.rate).toBeUndefined();
  });
});
