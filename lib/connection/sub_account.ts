import { createHash } from 'node:crypto';

import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { toText } from '../../resources/values.ts';
import { folded, visible } from '../inputs/characters.ts';
import { withAccess } from './access.ts';
import { INSTALLS_PAGE, installedSubAccounts, type AgencySubAccount } from './installs.ts';
import {
  AGENCY_ITSELF,
  ALL_SUB_ACCOUNTS,
  companyOf,
  isAgency,
  noted,
  SUB_ACCOUNT_KEY,
} from './location.ts';

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
    if (!isAgency(bundle)) return perform(withAccess(z, bundle), bundle);
    const { authData, inputData } = bundle;
    if (inputData[SUB_ACCOUNT_KEY] === ALL_SUB_ACCOUNTS.id) {
      return inAll(z, bundle, async (locationId) => {
        bundle.inputData = inputData;
        bundle.authData = {
          ...authData,
          ...(locationId === undefined ? noted(ALL_SUB_ACCOUNTS) : { locationId }),
        };
        return perform(withAccess(z, bundle), bundle);
      });
    }
    await chooseSubAccount(z, bundle);
    return perform(withAccess(z, bundle), bundle);
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
  const locationId = isId(typed) ? typed : await idOf(z, bundle, typed);
  bundle.authData = { ...bundle.authData, locationId };
}

/** HighLevel's IDs of sub-accounts are 20 random letters and digits, or more. */
const ID = /^[A-Za-z0-9]{20,}$/;

/** A name without a space has words, such as `BrightSmileDentalClinic24`. */
const WORDS = /^(?:[A-Z]?[a-z]{3,}(?:[A-Z][a-z]{3,})*|[A-Z]+)\d{0,4}$/;

function isId(typed: string): boolean {
  return ID.test(typed) && !WORDS.test(typed);
}

/** How long a name stands for the same sub-account, in seconds. */
const NAME_SECONDS = 600;

/** So many pages of sub-accounts are searched for a name, which HighLevel's own search narrowed. */
const MOST_PAGES = 5;

async function idOf(z: ZObject, bundle: Bundle, name: string): Promise<string> {
  const wanted = folded(name);
  const text = JSON.stringify([companyOf(bundle), wanted]);
  const key = `sub-account-${createHash('sha256').update(text).digest('base64url')}`;
  const known: unknown = await z.cache.get(key).catch(() => undefined);
  if (typeof known === 'string') return known;
  const named = (await searched(z, bundle, name)).filter((found) => folded(found.name) === wanted);
  const [first] = named;
  if (!first && ID.test(name)) return name;
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
