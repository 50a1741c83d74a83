import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { toList } from '../../resources/values.ts';
import { installedSubAccounts, subAccountOf } from '../connection/installs.ts';
import type { RunIn } from '../connection/sub_account.ts';
import { NoSuchRecordError } from '../inputs/refusal.ts';
import { placesOf, PROOF_REQUESTED, verified } from './delivery.ts';

/**
 * An instant trigger that is of all sub-accounts of an agency: the methods of one such trigger, each
 * run where it has to be. An event says which sub-account it is of; that is chosen before anything
 * else is read.
 */
export const IN_ALL = {
  perform: inThatOfTheEvent,
  performList: inTheFirstWithRecords,
  performSubscribe: (_z: ZObject, _bundle: Bundle, runIn: RunIn<unknown>) => runIn(undefined),
};

/** @throws errors.Error when the relay did not sign the delivery */
async function inThatOfTheEvent(
  z: ZObject,
  bundle: Bundle,
  runIn: RunIn<unknown>,
): Promise<unknown> {
  const { payload } = verified(bundle);
  // The agency proves its access, and none of its sub-accounts.
  if (payload['type'] === PROOF_REQUESTED) return runIn(undefined);
  const locationId = await installedOf(z, bundle, placesOf(payload));
  if (locationId === undefined) return [];
  try {
    return await runIn(locationId);
  } catch (error) {
    // A filter by a name that this client has not is one that nothing of it passes.
    if (error instanceof NoSuchRecordError) return [];
    throw error;
  }
}

/** A user may be of some sub-accounts that have the app, and of others. */
async function installedOf(
  z: ZObject,
  bundle: Bundle,
  places: readonly string[],
): Promise<string | undefined> {
  if (places.length < 2) return places[0];
  for (const place of places) {
    if ((await subAccountOf(z, bundle, place))?.isInstalled) return place;
  }
  return undefined;
}

/** In so many sub-accounts records are looked for, to show in the editor. */
const MOST_SEARCHED = 5;

/** @throws the first failure where no sub-account has records */
async function inTheFirstWithRecords(
  z: ZObject,
  bundle: Bundle,
  runIn: RunIn<unknown>,
): Promise<unknown> {
  const { subAccounts } = await installedSubAccounts(z, bundle, { limit: MOST_SEARCHED });
  const failures: unknown[] = [];
  for (const { id } of subAccounts) {
    try {
      const found = await runIn(id);
      if (toList(found).length > 0) return found;
    } catch (error) {
      // The agency's own token has ended: the others would fail alike.
      if (error instanceof errors.RefreshAuthError) throw error;
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return [];
}
