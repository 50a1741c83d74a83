import { Agent, request } from 'undici';
import { z } from 'zod';

import { hashedId } from './identifiers.ts';
import { messageOf, Problem } from './problem.ts';
import { parseRetryAfter } from './retry-after.ts';

const VERSION = '2021-07-28';
const TIME_LIMIT_MS = 10_000;
/** An answer holds for a minute, a refusal too: HighLevel's limit is shared with other callers. */
const HOLDS_MS = 60_000;
const MOST_REMEMBERED = 10_000;
/** Questions to HighLevel under way at once. */
const MOST_AT_ONCE = 32;

/** What a token proved. */
export interface Proof {
  /** The agency that the location belongs to, where HighLevel says so. */
  companyId: string | undefined;
}

interface Remembered {
  at: number;
  proof: Promise<Proof>;
}

const answer = z.object({
  location: z.object({ id: z.string().optional(), companyId: z.string().optional() }),
});

/**
 * Asks HighLevel whether a token may read a location, which proves that its bearer may receive that
 * location's events. Tokens are not stored: what was proved is remembered by a hash.
 */
export class LocationProof {
  readonly #url: string;
  readonly #agent = new Agent({ connections: MOST_AT_ONCE, connect: { timeout: 5000 } });
  readonly #remembered = new Map<string, Remembered>();
  readonly #now: () => number;
  #asking = 0;

  /** @param url HighLevel's API, without a slash at the end. */
  constructor(url: string, now: () => number = Date.now) {
    this.#url = url;
    this.#now = now;
  }

  /**
   * @throws Problem 401 for a token that HighLevel does not accept, 403 for one of another location,
   *   429 and 503 when HighLevel cannot be asked now.
   */
  async prove(token: string, locationId: string): Promise<Proof> {
    const key = hashedId(`${locationId} ${token}`);
    const known = this.#remembered.get(key);
    if (known && this.#now() - known.at < HOLDS_MS) return known.proof;
    const proof = this.#ask(token, locationId);
    this.#remember(key, proof);
    try {
      return await proof;
    } catch (error) {
      // Only what HighLevel decided is remembered, not that it could not be asked.
      const decided = error instanceof Problem && error.status < 429;
      if (!decided) this.#remembered.delete(key);
      throw error;
    }
  }

  /** Closes the connections. */
  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #remember(key: string, proof: Promise<Proof>): void {
    this.#remembered.delete(key);
    this.#remembered.set(key, { at: this.#now(), proof });
    for (const [oldest] of this.#remembered) {
      if (this.#remembered.size <= MOST_REMEMBERED) break;
      this.#remembered.delete(oldest);
    }
  }

  async #ask(token: string, locationId: string): Promise<Proof> {
    if (this.#asking >= MOST_AT_ONCE) {
      throw new Problem(429, 'too_many_requests', 'Too many subscriptions at once. Try again.', 5);
    }
    this.#asking += 1;
    try {
      const { statusCode, headers, body } = await request(
        `${this.#url}/locations/${encodeURIComponent(locationId)}`,
        {
          dispatcher: this.#agent,
          headers: {
            authorization: `Bearer ${token}`,
            version: VERSION,
            accept: 'application/json',
          },
          headersTimeout: TIME_LIMIT_MS,
          bodyTimeout: TIME_LIMIT_MS,
          signal: AbortSignal.timeout(TIME_LIMIT_MS),
        },
      );
      if (statusCode !== 200) {
        await body.dump();
        const wait = headers['retry-after'];
        throw refusal(statusCode, Array.isArray(wait) ? wait[0] : wait);
      }
      return readProof(await body.text(), locationId);
    } catch (error) {
      if (error instanceof Problem) throw error;
      throw unavailable(messageOf(error));
    } finally {
      this.#asking -= 1;
    }
  }
}

function readProof(text: string, locationId: string): Proof {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw unavailable('its answer is not JSON');
  }
  const parsed = answer.safeParse(json);
  if (!parsed.success) throw unavailable('its answer has no location');
  const { id, companyId } = parsed.data.location;
  if (id !== undefined && id !== locationId) throw refusal(403, undefined);
  return { companyId };
}

function refusal(status: number, retryAfter: string | undefined): Problem {
  if (status === 401) {
    return new Problem(
      401,
      'token_refused',
      'HighLevel does not accept this token. Reconnect the account, and allow it to read locations.',
    );
  }
  if (status === 429) {
    const seconds = Math.ceil((parseRetryAfter(retryAfter) ?? 10_000) / 1000);
    return new Problem(
      429,
      'highlevel_busy',
      'HighLevel limits calls at the moment. Try again later.',
      seconds,
    );
  }
  if (status >= 400 && status < 500) {
    return new Problem(
      403,
      'other_location',
      'This HighLevel connection does not belong to that location. Choose the location that the account is connected to.',
    );
  }
  return unavailable(`it answered ${status}`);
}

function unavailable(why: string): Problem {
  return new Problem(
    503,
    'highlevel_unavailable',
    `HighLevel could not be asked whether this token is good for that location (${why}). Try again.`,
    10,
  );
}
