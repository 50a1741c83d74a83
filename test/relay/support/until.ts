import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/**
 * Waits until something is true, by looking again and again.
 *
 * @param what named in the error when the limit passes.
 * @returns what `look` gave when it was neither false nor undefined.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  limitMs = 20_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > end) throw new Error(`Not within ${limitMs / 1000} s: ${what}`);
    await sleep(LOOK_EVERY_MS);
  }
}
