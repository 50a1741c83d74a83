import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { errors, type Bundle, type HttpRequestOptions, type ZObject } from 'zapier-platform-core';

import { toText } from '../../resources/values.ts';
import { traitsOf } from '../http/client.ts';
import { RepeatedError } from '../http/errors.ts';
import { visible } from '../inputs/characters.ts';
import { INSTALLS_PAGE, installedSubAccounts, type AgencySubAccount } from './installs.ts';
import {
  AGENCY_ITSELF,
  ALL_SUB_ACCOUNTS,
  companyOf,
  isAgency,
  isOfAll,
  lacksSubAccount,
  locationOf,
  noted,
} from './location.ts';
import { mintToken, subAccountToken, type SubAccountToken } from './minted_tokens.ts';

/** The input in which a step of an agency's connection names its sub-account. */
export const SUB_ACCOUNT_KEY = 'sub_account';

type Perform<Result> = (z: ZObject, bundle: Bundle) => Result | Promise<Result>;

/** Runs a step in one sub-account, or in none in particular. It may be run several times. */
export type RunIn<Result> = (locationId: string | undefined) => Promise<Result>;

/** How a step runs for which a person chose all sub-accounts. */
export type InAll<Result> = (
  z: ZObject,
  bundle: Bundle,
  runIn: RunIn<Result>,
) => Result | Promise<Result>;

/**
 * The same function, in the sub-account that its inputs name where the connection is an agency's:
 * `locationOf` says which, requests carry that sub-account's token, and what it leaves to be fetched
 * later is fetched there. For a connection of one sub-account nothing changes.
 *
 * @param inAll what it does for all sub-accounts; without it `locationOf` refuses them
 */
export function inSubAccount<Result>(
  perform: Perform<Result>,
  inAll: InAll<Result> = (_z, _bundle, runIn) => runIn(undefined),
): (z: ZObject, bundle: Bundle) => Promise<Result> {
  return async (z, bundle) => {
    if (!isAgency(bundle)) return perform(z, bundle);
    const { authData, inputData } = bundle;
    if (inputData[SUB_ACCOUNT_KEY] === ALL_SUB_ACCOUNTS.id) {
      return inAll(z, bundle, async (locationId) => {
        bundle.inputData = inputData;
        bundle.authData = {
          ...authData,
          ...(locationId === undefined ? noted(ALL_SUB_ACCOUNTS) : { locationId }),
        };
        return perform(ofSubAccount(z, bundle), bundle);
      });
    }
    await chooseSubAccount(z, bundle);
    return perform(ofSubAccount(z, bundle), bundle);
  };
}

/**
 * Makes the sub-account that a step's inputs name, by its ID or its name, that of its bundle. Without
 * a name nothing is chosen, which `locationOf` refuses where it matters.
 *
 * @throws errors.Error when no installed sub-account has the name, or several have
 */
async function chooseSubAccount(z: ZObject, bundle: Bundle): Promise<void> {
  const typed = visible(toText(bundle.inputData[SUB_ACCOUNT_KEY]) ?? '');
  if (typed === '') return;
  if (typed === AGENCY_ITSELF.id) {
    bundle.authData = { ...bundle.authData, ...noted(AGENCY_ITSELF) };
    return;
  }
  const locationId = ID.test(typed) ? typed : await idOf(z, bundle, typed);
  bundle.authData = { ...bundle.authData, locationId };
}

/** HighLevel's IDs of sub-accounts have 20 letters and digits or more, and no name has as many. */
const ID = /^[A-Za-z0-9]{20,}$/;

/** How long a name stands for the same sub-account, in seconds. */
const NAME_SECONDS = 600;

/** So many pages of sub-accounts are searched for a name, which HighLevel's own search narrowed. */
const MOST_PAGES = 5;

async function idOf(z: ZObject, bundle: Bundle, name: string): Promise<string> {
  const wanted = name.toLowerCase();
  const text = JSON.stringify([companyOf(bundle), wanted]);
  const key = `sub-account-${createHash('sha256').update(text).digest('base64url')}`;
  const known: unknown = await z.cache.get(key).catch(() => undefined);
  if (typeof known === 'string') return known;
  const named = (await searched(z, bundle, name)).filter(
    (found) => found.name.trim().toLowerCase() === wanted,
  );
  const [first] = named;
  if (!first || named.length > 1) throw notOne(name, named.length);
  await z.cache.set(key, first.id, NAME_SECONDS).catch(() => false);
  return first.id;
}

async function searched(z: ZObject, bundle: Bundle, query: string): Promise<AgencySubAccount[]> {
  const found: AgencySubAccount[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { subAccounts } = await installedSubAccounts(z, bundle, {
      query,
      skip: page * INSTALLS_PAGE,
    });
    found.push(...subAccounts);
    if (subAccounts.length < INSTALLS_PAGE) break;
  }
  return found;
}

function notOne(name: string, count: number): Error {
  const what =
    count === 0
      ? `The app is installed in no sub-account with the name "${name}".`
      : `${count} sub-accounts have the name "${name}".`;
  return new errors.Error(
    `${what} Choose the sub-account from the list of "Sub-Account", or map its ID.`,
    'sub_account_name',
  );
}

/** `z` for one sub-account of an agency. */
function ofSubAccount(z: ZObject, bundle: Bundle): ZObject {
  const access = new SubAccountAccess(z, bundle);
  const place = () => (lacksSubAccount(bundle) ? {} : { [SUB_ACCOUNT_KEY]: locationOf(bundle) });
  const request = (options: RequestOptions) => {
    const traits = traitsOf(options);
    const isOfSubAccount = options.url.startsWith('/') && !traits.ofAgency && !traits.anonymous;
    if (!isOfSubAccount || traits.bearer !== undefined) return z.request(options);
    const { middlewareData } = options;
    const send = (bearer: string) =>
      z.request({ ...options, middlewareData: { ...middlewareData, bearer } });
    return access.use(send, !(options.body instanceof Readable));
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

type RequestOptions = HttpRequestOptions & { url: string };

/**
 * Does something with the token of the sub-account that a step works in: the connection's own, or for
 * an agency one of its sub-account. For all sub-accounts it is the agency's.
 *
 * @throws what `act` throws; for an agency, errors.Error in place of a second RefreshAuthError
 */
export function withToken<Result>(
  z: ZObject,
  bundle: Bundle,
  act: (token: string) => Promise<Result>,
): Promise<Result> {
  return isAgency(bundle) && !isOfAll(bundle)
    ? new SubAccountAccess(z, bundle).use(act)
    : act(bundle.authData['access_token'] ?? '');
}

/**
 * The token of one sub-account of an agency. When HighLevel refuses it, it is minted anew, once, and
 * what it was for is repeated: what is refused with 401 was not carried out. Refused again, it is an
 * error of this step alone: what one client takes back must not sign out the connection of all.
 */
class SubAccountAccess {
  readonly #z: ZObject;
  readonly #bundle: Bundle;
  #token: Promise<SubAccountToken> | undefined;

  constructor(z: ZObject, bundle: Bundle) {
    this.#z = z;
    this.#bundle = bundle;
  }

  /** @param canRepeat whether `act` can be done again; if not, Zapier repeats the step */
  async use<Result>(act: (token: string) => Promise<Result>, canRepeat = true): Promise<Result> {
    const current = (this.#token ??= subAccountToken(this.#z, this.#bundle));
    const { token, isCached } = await current;
    try {
      return await act(token);
    } catch (error) {
      if (!(error instanceof errors.RefreshAuthError)) throw error;
      if (!isCached) throw refused();
    }
    if (this.#token === current) this.#token = mintToken(this.#z, this.#bundle);
    const renewed = await this.#token;
    if (!canRepeat) throw accessRenewed();
    return act(renewed.token).catch((error: unknown) => {
      throw error instanceof errors.RefreshAuthError ? refused() : error;
    });
  }
}

function refused(): Error {
  return new errors.Error(
    'HighLevel does not allow this step in the chosen sub-account. The connection may lack a permission: ' +
      'reconnect HighLevel in Zapier, leave all permissions ticked, and check that the sub-account has the latest version of the app.',
    'access_refused',
  );
}

function accessRenewed(): Error {
  return new RepeatedError(
    'The access to this sub-account had ended and was renewed, before anything was sent.',
  );
}
