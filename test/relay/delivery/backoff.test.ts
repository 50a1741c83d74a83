import { describe, expect, test } from '@jest/globals';

import { retryDelay } from '../../../relay/delivery/backoff.ts';

describe('retryDelay', () => {
  const times = { firstRetry: 2000, longestRetry: 3_600_000 };

  test('doubles with each failure, up to the longest wait', () => {
    const longest = [1, 2, 3, 4, 11, 12, 13, 1000].map((n) => retryDelay(n, times, () => 1));
    expect(longest).toEqual([2000, 4000, 8000, 16_000, 2_048_000, 3_600_000, 3_600_000, 3_600_000]);
  });

  test('varies by half of it', () => {
    expect(retryDelay(3, times, () => 0)).toBe(4000);
    expect(retryDelay(3, times, () => 0.5)).toBe(6000);
  });
});
