import type { DeliveryTimes } from '../config.ts';

/** The longest wait that a target may ask for by Retry-After. */
const LONGEST_RETRY_AFTER_MS = 3600_000;

/**
 * How long to wait after a failed attempt, in milliseconds: it doubles with each failure up to the
 * longest wait. The second half of it is random, so that what failed together does not come back
 * together.
 *
 * @param failures how many attempts have failed, this one included.
 */
export function retryDelay(
  failures: number,
  times: Pick<DeliveryTimes, 'firstRetry' | 'longestRetry'>,
  random: () => number = Math.random,
): number {
  const whole = Math.min(times.longestRetry, times.firstRetry * 2 ** Math.min(failures - 1, 40));
  return whole / 2 + (whole / 2) * random();
}

/**
 * Reads a Retry-After header (RFC 9110, section 10.2.3): seconds, or a date.
 *
 * @returns milliseconds from now, at most an hour; undefined when it says nothing usable.
 */
export function parseRetryAfter(header: string | undefined, now = Date.now()): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  if (Number.isNaN(wait)) return undefined;
  return Math.min(Math.max(wait, 0), LONGEST_RETRY_AFTER_MS);
}
