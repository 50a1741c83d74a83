import { createHash, randomUUID } from 'node:crypto';

import type { ZObject } from 'zapier-platform-core';

import { halted, OutcomeUnknownError } from '../http/errors.ts';

/** How long the same message to the same contact counts as a duplicate, in seconds. */
export const DUPLICATE_SECONDS = 600;

/**
 * Does something unless the very same was done in the last ten minutes. HighLevel knows no
 * idempotency key, so a claim in Zapier's cache stands for one. It is given back after every failure
 * that proves nothing was done, so that a step which Zapier repeats after a refresh or a wait does
 * it; it stays after success and after an unknown outcome.
 *
 * @param parts what makes it the same; only their hash is stored
 * @throws errors.HaltedError for a duplicate
 */
export async function once<Result>(
  z: ZObject,
  parts: readonly unknown[],
  act: () => Promise<Result>,
): Promise<Result> {
  const key = `sent-${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
  if (!(await claim(z, key))) {
    throw halted(
      'Not sent: this message already went to this contact in the last 10 minutes, or may have. ' +
        'To send it anyway, set "Skip Duplicates" to no.',
    );
  }
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof OutcomeUnknownError)) await release(z, key);
    throw error;
  }
}

/**
 * Whether nobody else holds the key. Zapier does not document what `set` with `nx` answers for a key
 * that is taken, so unless it is `true` the holder is read back. A cache that fails must not keep a
 * message from being sent.
 */
async function claim(z: ZObject, key: string): Promise<boolean> {
  const mine = randomUUID();
  try {
    if ((await z.cache.set(key, mine, DUPLICATE_SECONDS, undefined, true)) === true) return true;
    const holder: unknown = await z.cache.get(key);
    return holder === null || holder === mine;
  } catch {
    return true;
  }
}

/** A claim that cannot be given back ends by itself; the first failure is the one to report. */
async function release(z: ZObject, key: string): Promise<void> {
  await z.cache.delete(key).catch(() => false);
}
