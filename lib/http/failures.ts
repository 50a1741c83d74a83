import { errors, type Bundle, type HttpResponse } from 'zapier-platform-core';

import { toNumber } from '../../resources/values.ts';
import { usesPrivateToken } from '../connection/environment.ts';
import { notAllowedToToken, type Asked } from '../connection/permissions.ts';
import { shortened } from '../inputs/characters.ts';
import {
  isGatewayTimeout,
  isGone,
  isHtml,
  isRoute,
  messagesOf,
  reasonsIn,
  REDIRECTS,
  type Answer,
} from './answers.ts';
import { traitsOf } from './client.ts';
import {
  halted,
  interrupted,
  plain,
  RecordGoneError,
  refreshNeeded,
  RepeatedError,
  signInNeeded,
  unwell,
} from './errors.ts';
import { stepOf } from './step_context.ts';

/**
 * The one table that decides which failure becomes which of Zapier's errors.
 *
 * | what came back | becomes |
 * | --- | --- |
 * | 401 | RefreshAuthError: Zapier refreshes the token once and repeats. Where the token turns out to be good (lib/connection/access.ts): Error for a missing permission. Of a private token: ExpiredAuthError, or Error for a missing scope |
 * | 403 for the sub-account | Error: the connection belongs to another sub-account |
 * | do-not-disturb, already sent or canceled | HaltedError: the Zap stops here, nothing is broken |
 * | 400, 403, 404, 409, 422 | Error with HighLevel's own words, fields by their labels |
 * | 429 | RepeatedError with the wait that HighLevel's headers name |
 * | never reached HighLevel, or turned away with a web page before it | RepeatedError, 60 seconds |
 * | 5xx, 408, a 400 that tells of a time-out, a redirect, no JSON, time-out, cut connection: safe to repeat | RepeatedError, 60 seconds |
 * | the same where it is not | OutcomeUnknownError: look before replaying |
 */

/** Throws the error that the table has for an answer; nothing for a success. */
export function throwIfFailed(response: HttpResponse<unknown>, bundle: Bundle): void {
  const error = failureIn(response, bundle);
  if (error) throw error;
}

/**
 * Throws the error of an answer whose failure status the caller expected, and which it cannot answer
 * itself after all.
 */
export function throwFailure(response: HttpResponse<unknown>, bundle: Bundle): never {
  const { status } = response;
  throw failureIn(response, bundle) ?? new Error(`Status ${String(status)} is no failure.`);
}

function failureIn(response: HttpResponse<unknown>, bundle: Bundle): Error | undefined {
  const { request } = response;
  const { labels, longestWait } = stepOf(bundle);
  const { repeatable, verbatim = false } = traitsOf(request);
  return failureOf(
    {
      status: response.status,
      // A raw response's body is a file: reading it here would take it from the one who asked.
      data: request.raw ? undefined : response.data,
      content: request.raw ? '' : response.content,
      header: (name) => response.getHeader(name),
    },
    {
      asked: { method: request.method, url: request.url ?? '' },
      repeatable,
      verbatim,
      labels,
      longestWait,
    },
  );
}

const DEFAULT_INTERVAL_SECONDS = 10;
const EPOCH_MS_START = 100_000_000_000;

/** What the table must know of the request and of the step. */
export interface FailureContext {
  /** The request. */
  asked: Asked;
  /** Whether the same request may be made again without doing anything twice. */
  repeatable: boolean;
  /** Whether the person wrote the request, and reads HighLevel's own names in its words. */
  verbatim?: boolean;
  /** Field labels by HighLevel's property names. */
  labels: Readonly<Record<string, string>>;
  /** The longest wait, in seconds, that Zapier accepts in this place. */
  longestWait: number;
}

/** The error for an answer, or undefined for one that is no failure. */
export function failureOf(answer: Answer, context: FailureContext): Error | undefined {
  const { status } = answer;
  if (status === 401) {
    return usesPrivateToken() ? tokenRefused(answer, context.asked) : refreshNeeded();
  }
  if (status === 429) return throttled(answer, context.longestWait);
  if (status >= 500 || status === 408 || (status < 400 && isHtml(answer))) {
    return interrupted('HighLevel had an error', context.repeatable);
  }
  if (isGatewayTimeout(answer)) {
    return interrupted('HighLevel took too long to respond', context.repeatable);
  }
  if (REDIRECTS.includes(status)) return unwell('HighLevel redirected this request');
  if (status < 400) return undefined;
  // HighLevel refuses in JSON; a page comes from the firewall before it, so nothing was done.
  if (isHtml(answer)) return unwell('HighLevel turned this request away');

  const said = reasonsIn(answer);
  if (status === 403 && /access to this location/i.test(said.join(' '))) {
    return new errors.Error(
      'The record you chose belongs to another HighLevel sub-account than this connection. ' +
        'Choose a record of the connected sub-account, or connect the other sub-account.',
      'wrong_location',
      status,
    );
  }
  const words = shortened(
    said.map((text) => inPlainWords(text, context)).join(' '),
    LONGEST_REASON,
  );
  if (isDecided(words)) return halted(`HighLevel did not do this: ${words}`);
  const message = context.verbatim ? refusalOfRequest(status, words) : refusal(status, words);
  return isGone(status, words) && !isRoute(words)
    ? new RecordGoneError(message, status)
    : new errors.Error(message, 'refused', status);
}

/**
 * The error for a 401 where the connection is a private token, which nothing refreshes. A scope that it
 * lacks, or the permissions of its user, are a matter of one step.
 */
function tokenRefused({ data }: Answer, asked: Asked): Error {
  const said = messagesOf(data).join(' ');
  if (INVALID_TOKEN.test(said) || said === '') {
    return signInNeeded(
      'HighLevel no longer accepts the private integration token of this connection. ' +
        'Copy the current token in HighLevel (Settings > Private Integrations) and reconnect with it.',
    );
  }
  return plain(notAllowedToToken(asked, said));
}

const INVALID_TOKEN = /invalid (jwt|private integration)|token (is|has) (invalid|expired)/i;

function throttled(answer: Answer, longestWait: number): Error {
  const remaining = toNumber(answer.header('x-ratelimit-daily-remaining'));
  const isDaily = remaining !== null && remaining <= 0;
  const seconds = isDaily ? secondsToDailyReset(answer) : secondsOfInterval(answer);
  const limit = isDaily ? 'requests a day' : 'requests in a few seconds';
  return new RepeatedError(
    `HighLevel's limit of ${limit}, which all apps of this sub-account share, is reached.`,
    Math.min(seconds, longestWait),
    'Zapier repeats this step when the limit allows it.',
  );
}

function secondsOfInterval(answer: Answer): number {
  const milliseconds = toNumber(answer.header('x-ratelimit-interval-milliseconds'));
  return milliseconds === null ? DEFAULT_INTERVAL_SECONDS : Math.ceil(milliseconds / 1000);
}

/** HighLevel's SDK reads `x-ratelimit-daily-reset`; where it is absent the day ends at midnight UTC. */
function secondsToDailyReset(answer: Answer): number {
  const now = Date.now();
  const reset = toNumber(answer.header('x-ratelimit-daily-reset'));
  const midnight = new Date(now).setUTCHours(24, 0, 0, 0);
  const until = reset === null ? midnight : reset > EPOCH_MS_START ? reset : now + reset;
  return Math.max(DEFAULT_INTERVAL_SECONDS, Math.ceil((until - now) / 1000));
}

/** Names a field by its label where HighLevel names it by its key ("contactId must be a string"). */
function withLabels(text: string, labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels).reduce((result, [key, label]) => {
    const anywhere = /[a-z][A-Z]/.test(key);
    const pattern = anywhere
      ? `\\b${key}\\b`
      : `^(property |(?:"[^"]{1,60}"|[a-z]{1,20}) (?:or|and) )?${key}\\b(?=[ .])`;
    return result.replace(new RegExp(pattern, 'g'), (_, before?: string) =>
      anywhere || before === undefined ? `"${label}"` : `${before}"${label}"`,
    );
  }, text);
}

/** What is shown of HighLevel's words, in characters. */
const LONGEST_REASON = 600;

function inPlainWords(text: string, { labels, verbatim = false }: FailureContext): string {
  return verbatim ? text : withoutKeys(withLabels(withoutIds(text), labels));
}

/**
 * The words with a key that no field has as words, such as "last message type" for `lastMessageType`,
 * and with the names of channels and types as words: `Live_Chat` is "Live Chat".
 */
function withoutKeys(text: string): string {
  return text.replaceAll(
    /"[^"]*"|(?<![\w/@.-])(?:[a-z]+(?:[A-Z]|_[a-z])\w*(?:\.\w+)*|[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*)+)(?![\w/@-])/g,
    (found) => {
      if (found.startsWith('"')) return found;
      return /^[A-Z]/.test(found) ? found.replaceAll('_', ' ') : asWords(found);
    },
  );
}

function asWords(key: string): string {
  return key
    .replaceAll(/[._]/g, ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/\b[A-Z][a-z]/g, (start) => start.toLowerCase());
}

/** The words without the ID that they name: a person chose a record, and not its ID. */
function withoutIds(text: string): string {
  return text
    .replaceAll(/,? (?:with|for|by|of) (?:the )?id:? ["']?[\w-]+["']?/gi, '')
    .replaceAll(/["']?\b(?=[A-Za-z]*\d)[A-Za-z\d]{20,}\b["']?/g, '(ID)');
}

const DECIDED = [
  /\bdnd\b|do[ -]not[ -]disturb|unsubscribed|opted[ -]out/i,
  /already (been )?(sent|cancell?ed|delivered)/i,
];

/** How HighLevel's validation words a wrong value, of a field such as `dnd` too. */
const INVALID = /\b(must|should)( not)? (be|exist)\b/;

function isDecided(words: string): boolean {
  return !INVALID.test(words) && DECIDED.some((pattern) => pattern.test(words));
}

/** What to do about reasons that HighLevel gives often, in place of a look at every field. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /missing phone number/i,
    'The contact has no phone number. Add a Filter before this step that checks the phone of the contact.',
  ],
  [
    /missing email|no email/i,
    'The contact has no email. Add a Filter before this step that checks the email of the contact.',
  ],
  [
    /has no .*conversation to reply/i,
    'The contact has not written on this channel yet, and HighLevel cannot start there. Use another channel.',
  ],
];

function refusal(status: number, words: string): string {
  if (status === 404 && (words === '' || isRoute(words))) return NOT_THERE;
  if (words === '') {
    return `HighLevel refused this step and gave no reason (status ${String(status)}). Compare the fields of this step with the record in HighLevel.`;
  }
  if (isGone(status, words)) return `HighLevel cannot find the record: ${words} ${CHOOSE_AGAIN}`;
  const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1];
  return [`HighLevel refused this step: ${words}`, advice].filter(Boolean).join(' ');
}

/** The same for a request that a person wrote, who has a path and no record to choose again. */
function refusalOfRequest(status: number, words: string): string {
  if (status !== 404) return refusal(status, words);
  const found =
    words === ''
      ? 'HighLevel finds nothing at this path.'
      : `HighLevel finds nothing at this path: ${words}`;
  return `${found} Check "Path" and the IDs in it: the path may be wrong, or the record deleted or in another sub-account.`;
}

const CHOOSE_AGAIN =
  'It may have been deleted, or belong to another sub-account. Choose it again, or map its ID from an earlier step.';

const NOT_THERE = `HighLevel cannot find this record. ${CHOOSE_AGAIN}`;
