import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { subAccount } from '../../resources/sub_account.ts';
import {
  allSubAccounts,
  INSTALLS_PAGE,
  installedSubAccounts,
  type AgencySubAccount,
} from '../connection/installs.ts';
import { isAgency, locationOf } from '../connection/location.ts';
import { call } from '../http/client.ts';
import { path } from '../http/path.ts';
import { byName } from '../operations/by_name.ts';

/** So many are read one by one; of more, a person finds theirs by more of the name. */
const MOST_FOUND = 5;

/**
 * Sub-accounts whose name has the words: of an agency those with the app, an exact match first. A
 * connection of one sub-account finds its own.
 */
export async function findSubAccounts(z: ZObject, bundle: Bundle, words: string | undefined) {
  if (!isAgency(bundle)) {
    const own = await readSubAccount(z, locationOf(bundle));
    return words === undefined ? [own] : byName([own], words);
  }
  if (words === undefined) {
    throw new errors.Error(
      'This connection is of an agency with several sub-accounts. Enter the "Name" of the one to find.',
      'name_missing',
    );
  }
  const { subAccounts } = await installedSubAccounts(z, bundle, { query: words });
  const found = byName(subAccounts, words).slice(0, MOST_FOUND);
  return Promise.all(found.map(({ id }) => readSubAccount(z, id)));
}

/** What an agency may read of its sub-accounts it reads with its own token, without one for each. */
function readSubAccount(z: ZObject, locationId: string) {
  return call(z, subAccount, { url: path`/locations/${locationId}`, ofAgency: true });
}

/** So many sub-accounts are listed: five requests. */
const MOST_LISTED = 500;

/** A sub-account in a list, and how many there are in all. */
interface SubAccountList {
  subAccounts: Pick<AgencySubAccount, 'id' | 'name' | 'address' | 'isInstalled'>[];
  count: number;
}

/**
 * The sub-accounts of an agency, or the one of the connection.
 *
 * @param name words in the name
 * @param all those without the app too
 */
export async function listSubAccounts(
  z: ZObject,
  bundle: Bundle,
  { name: words, all = false }: { name?: string; all?: boolean },
): Promise<SubAccountList> {
  if (!isAgency(bundle)) {
    const own = await findSubAccounts(z, bundle, words);
    const subAccounts = own.map((one) => ({
      ...one,
      name: one.name ?? one.id,
      isInstalled: true,
    }));
    return { subAccounts, count: own.length };
  }
  const pageOf = all ? allSubAccounts : installedSubAccounts;
  const found: AgencySubAccount[] = [];
  for (;;) {
    const page = await pageOf(z, bundle, {
      skip: found.length,
      ...(words !== undefined && { query: words }),
    });
    found.push(...page.subAccounts);
    const isLast = page.subAccounts.length < INSTALLS_PAGE || found.length >= page.count;
    if (isLast || found.length >= MOST_LISTED) return { subAccounts: found, count: page.count };
  }
}
