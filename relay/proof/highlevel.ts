import { request, type Dispatcher } from 'undici';
import { z } from 'zod';

import { messageOf, Problem } from '../problem.ts';
import { parseRetryAfter } from '../retry-after.ts';
import type { Read } from './reads.ts';

const TIME_LIMIT_MS = 10_000;
const MOST_ANSWER_BYTES = 4 * 1024 * 1024;
const USUAL_WAIT_MS = 10_000;

/** HighLevel's API. */
export interface HighLevel {
  /** Its address, without a slash at the end. */
  url: string;
  agent: Dispatcher;
}

const location = z.object({
  location: z.object({ id: z.string(), companyId: z.string().optional().catch(undefined) }),
});
/** A record, as far as it says whose it is. */
const record = z.object({ locationId: z.string() });

/**
 * Asks HighLevel whether a token may read something of a location.
 *
 * @returns the agency that the location belongs to, where the answer says so.
 * @throws Problem 401, 403 when HighLevel refuses or answers with another location's data; 429, 503
 *   when it cannot be asked now; the reason of the signal when that ends it.
 */
export async function askHighLevel(
  { url, agent }: HighLevel,
  read: Read,
  { token, locationId }: { token: string; locationId: string },
  signal: AbortSignal,
): Promise<{ companyId: string | undefined }> {
  const body = read.body?.(locationId);
  let status: number;
  let retryAfter: string | undefined;
  let text: string;
  try {
    const response = await request(url + read.path(encodeURIComponent(locationId)), {
      dispatcher: agent,
      method: read.method,
      headers: {
        authorization: `Bearer ${token}`,
        version: read.version,
        accept: 'application/json',
        'user-agent': 'highlevel-relay',
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      headersTimeout: TIME_LIMIT_MS,
      bodyTimeout: TIME_LIMIT_MS,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
    });
    status = response.statusCode;
    const wait = response.headers['retry-after'];
    retryAfter = Array.isArray(wait) ? wait[0] : wait;
    text = await readText(response.body);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unavailable(messageOf(error));
  }
  if (status < 200 || status >= 300) throw refusalOf({ status, text, retryAfter }, read);
  const json = parse(text);
  return read.list === undefined
    ? checkLocation(json, locationId)
    : checkList(json, read.list, locationId);
}

/** The answer's text. @throws Error when it is longer than any that is expected */
async function readText(body: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) throw new Error('its answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

/** An answer's JSON, undefined where it is something else. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkLocation(json: unknown, locationId: string): { companyId: string | undefined } {
  const parsed = location.safeParse(json);
  if (!parsed.success) throw unavailable('its answer has no location');
  const { id, companyId } = parsed.data.location;
  if (id !== locationId) throw otherLocation();
  return { companyId };
}

/** That it was given is the proof; where its records say whose they are, they must not say another. */
function checkList(json: unknown, name: string, locationId: string): { companyId: undefined } {
  const parsed = z.looseObject({}).safeParse(json);
  if (!parsed.success) throw unavailable('its answer is not JSON');
  const rows = z.array(z.unknown()).catch([]).parse(parsed.data[name]);
  for (const row of rows) {
    const owner = record.safeParse(row).data?.locationId;
    if (owner !== undefined && owner !== locationId) throw otherLocation();
  }
  return { companyId: undefined };
}

function refusalOf(
  { status, text, retryAfter }: { status: number; text: string; retryAfter: string | undefined },
  { scope, label, list }: Read,
): Problem {
  if (status === 429) {
    const seconds = Math.ceil((parseRetryAfter(retryAfter) ?? USUAL_WAIT_MS) / 1000);
    return new Problem(
      429,
      'highlevel_busy',
      'HighLevel limits calls at the moment. Try again later.',
      seconds,
    );
  }
  const isRefusal = status === 401 || status === 403;
  if (isRefusal && /\bscopes?\b/i.test(text)) {
    return new Problem(
      403,
      'scope_missing',
      `This HighLevel connection may not read what the event holds. Reconnect the account, and allow "${label}" (${scope}).`,
    );
  }
  if (isRefusal && /auth ?(class|channel)|\bIAM\b/i.test(text)) {
    return new Problem(
      403,
      'other_token',
      'Events belong to a sub-account, and this HighLevel connection is not one of a sub-account. Connect the sub-account.',
    );
  }
  if (status === 401) {
    return new Problem(
      401,
      'token_refused',
      'HighLevel does not accept this token. Reconnect the account.',
    );
  }
  // What stands before HighLevel answers with a page, or with 400 when HighLevel is slow.
  const isPage = /^\s*</.test(text);
  const isLate = status === 400 && /time.?out|timed out/i.test(text);
  // A location that HighLevel does not know is refused in several ways, a list is not.
  const isUnknown = list === undefined && [400, 404, 422].includes(status) && !isLate;
  if (isPage || !(status === 403 || isUnknown)) return unavailable(`it answered ${status}`);
  return otherLocation();
}

function otherLocation(): Problem {
  return new Problem(
    403,
    'other_location',
    'This HighLevel connection does not belong to that location. Choose the location that the account is connected to.',
  );
}

function unavailable(why: string): Problem {
  return new Problem(
    503,
    'highlevel_unavailable',
    `HighLevel could not be asked whether this token is good for that location (${why}). Try again.`,
    10,
  );
}
