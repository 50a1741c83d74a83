import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;
/** A look that takes long itself, such as a request, is made less often: it is not all that goes on. */
const PAUSE_PER_LOOK = 100;
const LONGEST_PAUSE_MS = 100;
/**
 * Nothing takes so long, on a machine that does much else, but what hangs: it ends here, before jest's
 * own limit, which could not say what was missing.
 */
const GIVE_UP_MS = 4 * 60_000;

/**
 * Waits until something is true, by looking again and again.
 *
 * @param what named in the error when it does not come true, or when a look hangs.
 * @param giveUpMs when that is said, in milliseconds.
 * @returns what `look` gave when it was neither false nor undefined.
 */
export async function until<T>(
  what: string,
  look: () => T | Promise<T>,
  giveUpMs = GIVE_UP_MS,
): Promise<NonNullable<T>> {
  const gaveUp = new AbortController();
  const missing = new Promise<never>((_resolve, reject) => {
    const giveUp = setTimeout(() => {
      reject(new Error(`Not within ${giveUpMs / 1000} s: ${what}`));
    }, giveUpMs);
    gaveUp.signal.addEventListener('abort', () => {
      clearTimeout(giveUp);
    });
  });
  try {
    return await Promise.race([found(look, gaveUp.signal), missing]);
  } finally {
    gaveUp.abort();
  }
}

async function found<T>(look: () => T | Promise<T>, ended: AbortSignal): Promise<NonNullable<T>> {
  for (;;) {
    const begun = performance.now();
    const answer = await look();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    const pause = PAUSE_PER_LOOK * (performance.now() - begun);
    const pauseMs = Math.min(Math.max(LOOK_EVERY_MS, pause), LONGEST_PAUSE_MS);
    await sleep(pauseMs, undefined, { signal: ended });
  }
}
