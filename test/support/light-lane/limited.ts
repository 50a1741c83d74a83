import { clearTimeout, setTimeout } from 'node:timers';

/** The only limit of a test or hook: it ends what hangs, on a busy machine too, and measures nothing. */
export const TIME_LIMIT_MS = 10 * 60_000;

/**
 * The function, which fails when it takes longer.
 *
 * @param name whose function it is, for the error
 */
export function limited(
  fn: () => unknown,
  name: string,
  limitMs = TIME_LIMIT_MS,
): () => Promise<unknown> {
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const hung = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`Not ended within ${limitMs / 60_000} minutes: ${name}`));
      }, limitMs);
    });
    try {
      return await Promise.race([fn(), hung]);
    } finally {
      clearTimeout(timer);
    }
  };
}
