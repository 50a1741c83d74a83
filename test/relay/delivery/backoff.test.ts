import { describe, expect, test } from '@jest/globals';

import { parseRetryAfter, retryDelay } from '../../../relay/delivery/backoff.ts';

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

describe('parseRetryAfter', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');

  test.each([
    ['seconds', '120', 120_000],
    ['a date', 'Thu, 01 Jan 2026 00:01:00 GMT', 60_000],
    ['a date that is over', 'Wed, 31 Dec 2025 00:00:00 GMT', 0],
    ['more than an hour', '86400', 3_600_000],
    ['nonsense', 'soon', undefined],
    ['nothing', undefined, undefined],
  ])('reads %s', (_what, header, expected) => {
    expect(parseRetryAfter(header, now)).toBe(expected);
  });
});
