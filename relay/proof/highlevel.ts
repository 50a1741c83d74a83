import { request, type Dispatcher } from 'undici';
import { z } from 'zod';

import { Problem } from '../problem.ts';
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
/** The part of a record that says whose it is. */
const record = z.object({ locationId: z.string() });

/**
 * Asks HighLevel whether a token may read something of a location.
 *
 * @returns the agency that the location belongs to, where the answer says so.
 * @throws Problem 401, 403 when HighLevel refuses or answers with another location's data; 429, 503
 *   when it cannot be asked now; the reason of the signal when that ends it.
 */
export async function askHighLevel(
  highLevel: HighLevel,
  read: Read,
  { token, locationId }: { token: string; locationId: string },
  signal: AbortSignal,
): Promise<{ companyId: string | undefined }> {
  const body = read.body?.(locationId);
  const answer = await callHighLevel(
    highLevel,
    {
      method: read.method,
      path: read.path(encodeURIComponent(locationId)),
      version: read.version,
      token,
      ...(body && { body: JSON.stringify(body), contentType: 'application/json' }),
    },
    signal,
  );
  if (!isGood(answer)) throw refusalOf(answer, read);
  const json = parseJson(answer.text);
  return read.list === undefined
    ? checkLocation(json, locationId)
    : checkList(json, read.list, locationId);
}

/** A call of HighLevel's API. */
export interface Call {
  method: 'GET' | 'POST';
  /** Path and query. */
  path: string;
  version: string;
  token: string;
  body?: string;
  contentType?: string;
}

/** What HighLevel answered. */
export interface CallAnswer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/** Calls HighLevel's API. @throws Problem 503 without an answer; the reason of the signal */
export async function callHighLevel(
  { url, agent }: HighLevel,
  { method, path, version, token, body, contentType }: Call,
  signal: AbortSignal,
): Promise<CallAnswer> {
  try {
    const response = await request(url + path, {
      dispatcher: agent,
      method,
      headers: {
        authorization: `Bearer ${token}`,
        version,
        accept: 'application/json',
        'user-agent': 'highlevel-relay',
        ...(contentType !== undefined && { 'content-type': contentType }),
      },
      ...(body !== undefined && { body }),
      headersTimeout: TIME_LIMIT_MS,
      bodyTimeout: TIME_LIMIT_MS,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIME_LIMIT_MS)]),
    });
    const wait = response.headers['retry-after'];
    return {
      status: response.statusCode,
      text: await readText(response.body),
      retryAfter: Array.isArray(wait) ? wait[0] : wait,
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw unavailable('it does not answer', error);
  }
}

/** Whether a call did what it was to do. */
export function isGood({ status }: CallAnswer): boolean {
  return status >= 200 && status < 300;
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
export function parseJson(text: string): unknown {
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

function refusalOf(answer: CallAnswer, { scope, label, list }: Read): Problem {
  const common = commonRefusalOf(answer, scope, label);
  if (common) return common;
  const { status, text } = answer;
  const isRefusal = status === 401 || status === 403;
  if (isRefusal && isOfAuthClass(text)) {
    return new Problem(
      403,
      'other_token',
      'Events belong to a sub-account, and this HighLevel connection is not one of a sub-account. Connect the sub-account.',
    );
  }
  if (status === 401) return tokenRefused();
  // A location that HighLevel does not know is refused in several ways, a list is not.
  const isUnknown = list === undefined && [400, 404, 422].includes(status) && !isLate(answer);
  if (isPage(answer) || !(status === 403 || isUnknown)) return unavailable(`it answered ${status}`);
  return otherLocation();
}

/** What is the same whatever was asked for: too many calls, and a scope that is missing. */
export function commonRefusalOf(
  { status, text, retryAfter }: CallAnswer,
  scope: string,
  label: string,
): Problem | undefined {
  if (status === 429) {
    const seconds = Math.ceil((parseRetryAfter(retryAfter) ?? USUAL_WAIT_MS) / 1000);
    return new Problem(
      429,
      'highlevel_busy',
      'HighLevel limits calls at the moment. Try again later.',
      seconds,
    );
  }
  if ((status === 401 || status === 403) && /\bscopes?\b/i.test(text)) {
    return new Problem(
      403,
      'scope_missing',
      `This HighLevel connection cannot read what the event contains. Reconnect the account, and allow "${label}" (${scope}).`,
    );
  }
  return undefined;
}

/** Whether HighLevel refuses a token for being an agency's, or not one. */
export function isOfAuthClass(text: string): boolean {
  return /auth ?(class|channel)|\bIAM\b/i.test(text);
}

/** Whether something that stands before HighLevel answered, with a page. */
export function isPage({ text }: CallAnswer): boolean {
  return /^\s*</.test(text);
}

/** Whether it says 400 because HighLevel is slow. */
export function isLate({ status, text }: CallAnswer): boolean {
  return status === 400 && /time.?out|timed out/i.test(text);
}

/** HighLevel rejects the token. */
export function tokenRefused(): Problem {
  return new Problem(
    401,
    'token_refused',
    'HighLevel does not accept this token. Reconnect the account.',
  );
}

function otherLocation(): Problem {
  return new Problem(
    403,
    'other_location',
    'This HighLevel connection does not belong to that location. Choose the location that the account is connected to.',
  );
}

/**
 * HighLevel cannot be asked.
 *
 * @param why what happened, for a person.
 * @param cause what happened, for the log.
 */
export function unavailable(why: string, cause?: unknown): Problem {
  const problem = new Problem(
    503,
    'highlevel_unavailable',
    `HighLevel could not be asked what this token may read (${why}). Try again.`,
    10,
  );
  problem.cause = cause;
  return problem;
}
