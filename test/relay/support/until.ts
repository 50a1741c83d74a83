import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;
/** A look that takes longer does so because the machine is busy, which is no reason to give up. */
const MOST_COUNTED_MS = 5 * LOOK_EVERY_MS;

/**
 * Waits until something is true, by looking again and again.
 *
 * @param what named in the error when the limit passes.
 * @param limitMs how long, on a machine that has nothing else to do: on a busy one it takes as much
 *   longer as each look does.
 * @returns what `look` gave when it was neither false nor undefined.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<NonNullable<T>> {
  let waited = 0;
  for (;;) {
    const before = Date.now();
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (waited > limitMs) throw new Error(`Not within ${limitMs / 1000} s: ${what}`);
    await sleep(LOOK_EVERY_MS);
    waited += Math.min(Date.now() - before, MOST_COUNTED_MS);
  }
}
