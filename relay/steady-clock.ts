/**
 * Milliseconds to tell how long something takes: they go on evenly when the machine's clock is set.
 * What is compared with the database, or told to others, is by `Date.now`.
 */
export function steadyNow(): number {
  return performance.now();
}
