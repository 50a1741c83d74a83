import { errors, type Bundle, type HttpResponse, type ZObject } from 'zapier-platform-core';

import { toRecord, toText } from '../../resources/values.ts';
import { hookRelayUrl } from '../connection/environment.ts';
import { isNetworkFailure, refreshNeeded, RepeatedError } from '../http/errors.ts';
import { companyOf, isOfAll, locationOf } from '../connection/location.ts';
import { withToken } from '../connection/access.ts';
import { requireScope } from '../connection/permissions.ts';
import { makeRequest } from '../http/request.ts';
import { path } from '../http/path.ts';
import { scopeOfEvent } from './events.ts';

/** What the relay gives for a subscription: with the secret it signs, and by it one is ended. */
export interface Subscription {
  id: string;
  secret: string;
}

/** A subscription that the relay has just made. */
export interface NewSubscription extends Subscription {
  /** When it ends if its access is never proved again; a relay of before says nothing. */
  expiresAt?: string;
}

interface RelayRequest {
  method: 'POST' | 'DELETE';
  /** The path below the relay's address. */
  path: string;
  bearer: string;
  body?: Record<string, unknown>;
  /** What is thrown when there is no answer. */
  unreachable?: Error;
}

/**
 * Asks the relay for the events of one kind of a sub-account, or of all of an agency. This call, `proveAccess` and waiting for a reply
 * are the only ones that show HighLevel's token to anyone but HighLevel: the relay tries it there, as
 * the proof that this account may have the events, and does not keep it.
 *
 * @param relayUrl from `relayUrlFor`
 * @param event HighLevel's name of it, or the relay's `ConversationStarted`
 * @throws RefreshAuthError when HighLevel does not accept the token; PermissionError where no event
 *   would come; else errors.Error
 */
export async function subscribe(
  z: ZObject,
  bundle: Bundle,
  relayUrl: string,
  event: string,
): Promise<NewSubscription> {
  const response = await withToken(z, bundle, (bearer, granted) => {
    const scope = scopeOfEvent(event);
    if (scope !== undefined) requireScope(scope, granted, bundle);
    return askRelay(z, relayUrl, {
      method: 'POST',
      path: '/subscriptions',
      bearer,
      body: {
        event,
        ...(isOfAll(bundle)
          ? { companyId: companyOf(bundle) }
          : { locationId: locationOf(bundle) }),
        targetUrl: bundle.targetUrl,
      },
    });
  });
  const { id, secret, expiresAt } = toRecord(response.data);
  if (response.status === 201 && typeof id === 'string' && typeof secret === 'string') {
    return { id, secret, ...(typeof expiresAt === 'string' && { expiresAt }) };
  }
  throw refusalOf(response, {
    couldNot: 'could not switch this trigger on',
    soon: 'Switch the Zap on again in a few minutes.',
  });
}

/**
 * Proves to the relay that this connection may still have the events of a subscription: it holds them
 * back from one who has not done so for long. A subscription that has ended needs no proof.
 *
 * @throws RefreshAuthError when HighLevel does not accept the token; errors.Error when it refuses the
 *   events; errors.ThrottledError when the relay or HighLevel cannot be asked now
 */
export async function proveAccess(
  z: ZObject,
  bundle: Bundle,
  relayUrl: string,
  { id, secret }: Subscription,
): Promise<void> {
  const { status, data } = await withToken(z, bundle, (bearer) =>
    askRelay(z, relayUrl, {
      method: 'POST',
      path: path`/subscriptions/${id}/proof`,
      bearer,
      body: { secret },
      unreachable: notNow('no answer'),
    }),
  );
  if (status === 200 || status === 404) return;
  if (status === 401) throw refreshNeeded();
  const said = toText(toRecord(data)['message']);
  if (status === 403 && said !== null) {
    throw new errors.Error(
      `This Zap gets no more events: ${said} Events that arrive in the meantime are kept for a week and start the Zap afterwards.`,
      'access_lost',
      status,
    );
  }
  throw notNow(`status ${String(status)}`);
}

/** What the relay answers for a subscription that is over, or was never this one's. */
const ENDED = [204, 401, 403, 404, 410];

/**
 * Ends a subscription. It works after the HighLevel connection is gone, and one that has ended
 * already is fine.
 *
 * @throws errors.Error when the relay cannot be told; Zapier then answers its deliveries with 410,
 *   which ends the subscription too
 */
export async function unsubscribe(
  z: ZObject,
  relayUrl: string,
  { id, secret }: Subscription,
): Promise<void> {
  const status = await endAtRelay(z, relayUrl, path`/subscriptions/${id}`, secret);
  if (ENDED.includes(status)) return;
  throw new errors.Error(
    `The webhook relay of this integration could not end the subscription (status ${String(status)}). ` +
      'The Zap is off anyway: the relay ends the subscription by itself when Zapier no longer accepts its deliveries.',
    'relay_failed',
  );
}

/**
 * Ends something that the relay keeps.
 *
 * @returns the status of its answer
 */
export async function endAtRelay(
  z: ZObject,
  relayUrl: string,
  path: string,
  secret: string,
): Promise<number> {
  const { status } = await askRelay(z, relayUrl, {
    method: 'DELETE',
    path,
    bearer: secret,
  }).catch((error: unknown) => {
    // zapier-platform-core takes every 401 for an expired HighLevel token; here it is not.
    if (error instanceof errors.RefreshAuthError) return { status: 401 };
    throw error;
  });
  return status;
}

/**
 * The relay's address for an instant trigger.
 *
 * @param meanwhile the polling trigger that does nearly the same, for a person who reads that there
 *   is no relay
 * @throws errors.Error that says what to set, and what to use until then
 */
export function relayUrlFor(meanwhile: string | undefined): string {
  return relayUrl(
    'This instant trigger',
    meanwhile
      ? `Until then, use the trigger "${meanwhile}", which works without it.`
      : 'No other trigger does the same without it.',
  );
}

/**
 * The relay's address.
 *
 * @param what needs it, for a person who reads that there is none
 * @param instead what to use until then, a sentence
 * @throws errors.Error that says what to set
 */
export function relayUrl(what: string, instead?: string): string {
  const url = hookRelayUrl();
  if (url === undefined) {
    const sentences = [
      `${what} needs the webhook relay, and this integration has none.`,
      'The integration\'s publisher sets it with "zapier-platform env:set VERSION HOOK_RELAY_URL=https://...".',
      ...(instead === undefined ? [] : [instead]),
    ];
    throw new errors.Error(sentences.join(' '), 'no_relay');
  }
  if (!isSafe(url)) {
    throw new errors.Error(
      'The HOOK_RELAY_URL of this integration does not start with https://, and nothing ' +
        "else can carry a HighLevel token. The integration's publisher has to correct it.",
      'unsafe_relay',
    );
  }
  return url.replace(/\/+$/, '');
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** https, or the same machine in development. */
function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.includes(hostname));
}

/** Makes one request to the relay. @throws errors.Error when there is no answer */
export async function askRelay(
  z: ZObject,
  relayUrl: string,
  { method, path, bearer, body, unreachable = relayUnreachable() }: RelayRequest,
): Promise<HttpResponse<unknown>> {
  try {
    return await makeRequest(z, {
      method,
      url: relayUrl + path,
      headers: { Authorization: `Bearer ${bearer}`, Accept: 'application/json' },
      ...(body && { body }),
      // A redirect would carry the token to where nobody meant it to go.
      redirect: 'manual',
      skipThrowForStatus: true,
    });
  } catch (error) {
    if (!isNetworkFailure(error)) throw error;
    throw unreachable;
  }
}

function relayUnreachable(): Error {
  return new errors.Error(
    'The webhook relay of this integration cannot be reached. Try again in a few minutes; ' +
      "if it happens again, tell the integration's publisher.",
    'relay_unreachable',
  );
}

function notNow(why: string): Error {
  return new RepeatedError(
    `The webhook relay of this integration could not check this connection (${why}).`,
    SOON_SECONDS,
    'Zapier tries again.',
  );
}

const SOON = [429, 503];
const SOON_SECONDS = 60;

/**
 * What the relay's refusal becomes.
 *
 * @param words what it could not do, after "The webhook relay", and what helps where waiting does
 */
export function refusalOf(
  { status, data }: HttpResponse<unknown>,
  words: { couldNot: string; soon: string },
): Error {
  if (status === 401) return refreshNeeded();
  const said = toText(toRecord(data)['message']);
  if (said === null) {
    return new errors.Error(
      `The server at this integration's HOOK_RELAY_URL is not the webhook relay (status ${String(status)}). ` +
        "Tell the integration's publisher.",
      'no_relay',
      status,
    );
  }
  const next = SOON.includes(status)
    ? words.soon
    : "If you cannot change this, tell the integration's publisher.";
  return new errors.Error(
    `The webhook relay ${words.couldNot}: ${said} ${next}`,
    'relay_refused',
    status,
  );
}
