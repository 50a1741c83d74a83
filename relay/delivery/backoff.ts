import type { DeliveryTimes } from '../config.ts';

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
