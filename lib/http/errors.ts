import { errors } from 'zapier-platform-core';

import { toRecord, toText } from '../../resources/values.ts';

const RETRY_SECONDS = 60;

/** A message may have gone out: only a person can tell, and a repeat may send it twice. */
export class OutcomeUnknownError extends errors.Error {
  constructor(what: string) {
    super(
      `${what}, so this step may or may not have worked. ` +
        'Check in HighLevel first. Replay the step only if nothing arrived there.',
      'outcome_unknown',
    );
  }
}

/** What Zapier repeats by itself. */
export class RepeatedError extends errors.ThrottledError {
  readonly #what: string;
  readonly #seconds: number;

  /**
   * @param what happened, a sentence
   * @param seconds until Zapier repeats the step
   * @param repeats says so, a sentence
   */
  constructor(
    what: string,
    seconds = RETRY_SECONDS,
    repeats = 'Zapier repeats this step in a minute.',
  ) {
    super(`${what} ${repeats}`, seconds);
    this.#what = what;
    this.#seconds = seconds;
  }

  /** The same for a person who has a form open: nothing repeats what fills its lists. */
  inForm(): Error {
    const when = this.#seconds > RETRY_SECONDS ? 'later' : 'in a minute';
    return new errors.Error(`${this.#what} Try again ${when}.`, 'try_again');
  }
}

/** HighLevel does not have the record (any longer): a search finds nothing then. */
export class RecordGoneError extends errors.Error {
  constructor(message: string, status: number) {
    super(message, 'refused', status);
  }
}

/** Ends a step without calling it an error, for what a person decided or what is done already. */
export function halted(message: string): Error {
  return plain(new errors.HaltedError(message));
}

/** The error by which Zapier refreshes the token once, and repeats. */
export function refreshNeeded(): Error {
  return plain(new errors.RefreshAuthError());
}

/** The error by which Zapier asks a person to sign in again. */
export function signInNeeded(message: string): Error {
  return plain(new errors.ExpiredAuthError(message));
}

/**
 * Marks an error's message as complete: to others zapier-platform-core adds a list of requests, with
 * the beginnings of their answers, which may hold secrets.
 */
export function plain<Failure extends Error>(failure: Failure): Failure {
  return Object.assign(failure, { doNotContextify: true });
}

/** Whether an error is node-fetch's, for a request that got no whole answer. */
export function isNetworkFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.name === 'FetchError' || error.name === 'AbortError' || 'syscall' in error)
  );
}

/** How node-fetch words a failed look-up or connection, before anything of the request was sent. */
const NEVER_CONNECTED = /reason: (connect|getaddrinfo) /;

/** The error for a request that got no answer: refused, cut or too slow. */
export function networkFailureOf(error: unknown, repeatable: boolean): Error {
  const { code, type, message } = toRecord(error);
  if (code === 'ECONNREFUSED' || NEVER_CONNECTED.test(toText(message) ?? '')) {
    return unwell('HighLevel cannot be reached');
  }
  if (type === 'request-timeout' || type === 'body-timeout') {
    return interrupted('HighLevel took too long to respond', repeatable);
  }
  return interrupted('The connection to HighLevel was lost', repeatable);
}

/** What to throw for a failure of a request: a lost connection in words, anything else as it is. */
export function requestFailure(error: unknown, repeatable: boolean): unknown {
  return isNetworkFailure(error) ? networkFailureOf(error, repeatable) : error;
}

/** The error for a request that was not made, since no time was left to hear its answer. */
export function outOfTime(): Error {
  return new RepeatedError(
    'This step ran out of time before its last request, so nothing was sent.',
  );
}

/** The error for an accepted request whose answer is empty. */
export function emptyAnswer(repeatable: boolean): Error {
  return interrupted('HighLevel sent an empty response', repeatable);
}

export function interrupted(what: string, repeatable: boolean): Error {
  return repeatable ? unwell(what) : new OutcomeUnknownError(what);
}

export function unwell(what: string): Error {
  return new RepeatedError(`${what} at the moment.`);
}
