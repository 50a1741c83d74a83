import { setTimeout as wait } from 'node:timers/promises';

import { errors, type Bundle, type HttpResponse, type ZObject } from 'zapier-platform-core';

import { toNumber } from '../../resources/values.ts';
import { send, type ApiRequest } from './client.ts';
import { throwFailure } from './failures.ts';
import { errorMessage } from './error_message.ts';
import { remainingMs } from './step_context.ts';

/** What became of one of many requests, in the order they were asked for. */
export type BulkOutcome =
  | { state: 'done'; status: number; data: unknown }
  | { state: 'failed'; reason: string }
  | { state: 'not_started' };

/** So many requests are under way at once; HighLevel allows 100 in ten seconds. */
const WIDTH = 8;

/** What a request and the answer to Zapier take at the end of a step, in milliseconds. */
const LAST_REQUEST_MS = 4_000;

/** How long HighLevel counts requests together where it does not say, in milliseconds. */
const DEFAULT_INTERVAL_MS = 10_000;

/**
 * Makes many requests that may each be repeated, several at once, within HighLevel's limit and the
 * step's time. What the two leave no room for is not started.
 *
 * @throws errors.RefreshAuthError, so that Zapier repeats the whole; the first failure when nothing
 *   at all worked, because then it is no matter of single records
 */
export async function sendMany(
  z: ZObject,
  bundle: Bundle,
  requests: readonly ApiRequest[],
): Promise<BulkOutcome[]> {
  const outcomes = requests.map((): BulkOutcome => ({ state: 'not_started' }));
  const queue = [...requests.keys()];
  let resumeAt = 0;
  let firstFailure: Error | undefined;
  let refused: HttpResponse<unknown> | undefined;

  const heed = (response: HttpResponse<unknown>) => {
    const isThrottled = response.status === 429;
    if (isThrottled) refused = response;
    const remaining = toNumber(response.getHeader('x-ratelimit-remaining'));
    if (!isThrottled && remaining !== 0) return;
    const interval = toNumber(response.getHeader('x-ratelimit-interval-milliseconds'));
    const isDay = toNumber(response.getHeader('x-ratelimit-daily-remaining')) === 0;
    resumeAt = isDay ? Infinity : Date.now() + (interval ?? DEFAULT_INTERVAL_MS);
  };

  const attempt = async (index: number, request: ApiRequest): Promise<void> => {
    try {
      const response = await send(z, { ...request, expected: [...(request.expected ?? []), 429] });
      heed(response);
      if (response.status === 429) queue.unshift(index);
      else outcomes[index] = { state: 'done', status: response.status, data: response.data };
    } catch (error) {
      if (!(error instanceof Error) || error instanceof errors.RefreshAuthError) throw error;
      firstFailure ??= error;
      outcomes[index] = { state: 'failed', reason: errorMessage(error) };
    }
  };

  const work = async (): Promise<void> => {
    for (;;) {
      const pause = Math.max(0, resumeAt - Date.now());
      if (remainingMs(bundle) < pause + LAST_REQUEST_MS) return;
      if (pause > 0) await wait(pause);
      const index = queue.shift();
      const request = index === undefined ? undefined : requests[index];
      if (index === undefined || !request) return;
      await attempt(index, request);
    }
  };

  await Promise.all(Array.from({ length: WIDTH }, work));
  if (!outcomes.some(({ state }) => state === 'done')) {
    if (firstFailure) throw firstFailure;
    if (refused) throwFailure(refused, bundle);
  }
  return outcomes;
}
