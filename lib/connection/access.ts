import { Readable } from 'node:stream';

import { errors, type Bundle, type HttpRequestOptions, type ZObject } from 'zapier-platform-core';

import { send, traitsOf } from '../http/client.ts';
import { RepeatedError } from '../http/errors.ts';
import { path } from '../http/path.ts';
import { INSTALLS_PATH, installedSubAccounts } from './installs.ts';
import { isAgency, isOfAll, lacksSubAccount, locationOf, SUB_ACCOUNT_KEY } from './location.ts';
import { mintToken, subAccountToken, TOKENS_PATH, type SubAccountToken } from './minted_tokens.ts';
import { isMissingScope, notAllowed } from './permissions.ts';

type RequestOptions = HttpRequestOptions & { url: string };

/** A token, and its scopes as HighLevel told them; blank where it did not. */
type GrantedToken = Pick<SubAccountToken, 'token' | 'scope'>;

/**
 * `z` for a step: what a 401 means is known before Zapier refreshes the token for it, and for an agency
 * requests carry the token of the step's sub-account, in which also is fetched what is left for later.
 */
export function withAccess(z: ZObject, bundle: Bundle): ZObject {
  return isAgency(bundle) ? ofSubAccount(z, bundle) : ofConnection(z, bundle);
}

function ofConnection(z: ZObject, bundle: Bundle): ZObject {
  const request = (options: RequestOptions) => requestWithOwnToken(z, bundle, options);
  // lib/http/request.ts is where requests are made, with the URL among the options.
  return { ...z, request: request as ZObject['request'] };
}

function ofSubAccount(z: ZObject, bundle: Bundle): ZObject {
  const access = new SubAccountAccess(z, bundle);
  const place = () => (lacksSubAccount(bundle) ? {} : { [SUB_ACCOUNT_KEY]: locationOf(bundle) });
  const request = (options: RequestOptions) => {
    const { middlewareData } = options;
    if (!isToHighLevel(options) || traitsOf(options).ofAgency) {
      return requestWithOwnToken(z, bundle, options);
    }
    const ask = ({ token, scope }: GrantedToken) =>
      z.request({ ...options, middlewareData: { ...middlewareData, bearer: token, scope } });
    return access.use(ask, { asked: options, canRepeat: !(options.body instanceof Readable) });
  };
  return {
    ...z,
    // lib/http/request.ts is where requests are made, with the URL among the options.
    request: request as ZObject['request'],
    dehydrate: (perform, inputData, ...rest) =>
      // A hydrator's own inputs, and one more.
      z.dehydrate(perform, { ...inputData, ...place() } as typeof inputData, ...rest),
    dehydrateFile: (perform, inputData, ...rest) =>
      // The same.
      z.dehydrateFile(perform, { ...inputData, ...place() } as typeof inputData, ...rest),
  };
}

/**
 * A request with the connection's own token. HighLevel answers 401 for a missing scope too, and
 * zapier-platform-core refreshes the token for every 401 before its words can be read. So the token is
 * tried: one that HighLevel still accepts is not refreshed, and the step is what it does not allow.
 */
async function requestWithOwnToken(z: ZObject, bundle: Bundle, options: RequestOptions) {
  try {
    return await z.request(options);
  } catch (error) {
    const isOfToken = error instanceof errors.RefreshAuthError && isToHighLevel(options);
    if (!isOfToken || !(await isAccepted(z, bundle, options))) throw error;
    throw notAllowed(options, bundle);
  }
}

/** Whether HighLevel still accepts the connection's own token, by what every connection may ask. */
async function isAccepted(z: ZObject, bundle: Bundle, refused: RequestOptions): Promise<boolean> {
  const url = isAgency(bundle) ? INSTALLS_PATH : path`/locations/${locationOf(bundle)}`;
  if (refused.url === url || refused.url === TOKENS_PATH) return false;
  const tried = isAgency(bundle) ? installedSubAccounts(z, bundle, { limit: 1 }) : send(z, { url });
  return tried.then(
    () => true,
    // Whatever else goes wrong proves nothing of the token.
    () => false,
  );
}

/** Whether a request goes to HighLevel with a token of this connection. */
function isToHighLevel(options: RequestOptions): boolean {
  const { anonymous, bearer } = traitsOf(options);
  return options.url.startsWith('/') && !anonymous && bearer === undefined;
}

/**
 * Does something with the token of the sub-account that a step works in: the connection's own, or for
 * an agency one of its sub-account. For all sub-accounts it is the agency's.
 *
 * @throws what `act` throws; for an agency, PermissionError in place of a second RefreshAuthError
 */
export function withToken<Result>(
  z: ZObject,
  bundle: Bundle,
  act: (token: string, scope: string) => Promise<Result>,
): Promise<Result> {
  const { access_token = '', scope = '' } = bundle.authData;
  return isAgency(bundle) && !isOfAll(bundle)
    ? new SubAccountAccess(z, bundle).use((granted) => act(granted.token, granted.scope))
    : act(access_token, scope);
}

/** What the token of a sub-account is for. */
interface Use {
  /** The request, where it is one to HighLevel. */
  asked?: RequestOptions;
  /** Whether it can be done again; if not, Zapier repeats the step. */
  canRepeat?: boolean;
}

/**
 * The token of one sub-account of an agency. When HighLevel refuses it, or it lacks a scope, it is
 * minted anew, once, and what it was for is repeated: what is refused with 401 was not carried out.
 * Refused again, it is an error of this step alone: what one client takes back must not sign out the
 * connection of all.
 */
class SubAccountAccess {
  readonly #z: ZObject;
  readonly #bundle: Bundle;
  #token: Promise<SubAccountToken> | undefined;

  constructor(z: ZObject, bundle: Bundle) {
    this.#z = z;
    this.#bundle = bundle;
  }

  async use<Result>(
    act: (granted: GrantedToken) => Promise<Result>,
    { asked, canRepeat = true }: Use = {},
  ): Promise<Result> {
    const refused = (error: unknown) =>
      error instanceof errors.RefreshAuthError ? notAllowed(asked, this.#bundle) : error;
    const current = (this.#token ??= subAccountToken(this.#z, this.#bundle));
    const first = await current;
    let wasSent: boolean;
    try {
      return await act(first);
    } catch (error) {
      if (!isOfToken(error)) throw error;
      if (!first.isCached) throw refused(error);
      wasSent = !isMissingScope(error);
    }
    if (this.#token === current) this.#token = mintToken(this.#z, this.#bundle);
    const renewed = await this.#token;
    if (wasSent && !canRepeat) throw accessRenewed();
    return act(renewed).catch((error: unknown) => {
      throw refused(error);
    });
  }
}

/** Whether another token may be allowed what this one was not. */
function isOfToken(error: unknown): boolean {
  return error instanceof errors.RefreshAuthError || isMissingScope(error);
}

function accessRenewed(): Error {
  return new RepeatedError(
    'The access to this sub-account had ended and was renewed, before anything was sent.',
  );
}
