import type { Bundle, ZObject } from 'zapier-platform-core';

import { isRecord, toBoolean, toList, toNumber, toRecord, toText } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { appId } from './environment.ts';
import { companyOf } from './location.ts';

/** HighLevel returns no more at once, whatever is asked for (measured; its specification says 500). */
export const INSTALLS_PAGE = 100;

/** Where HighLevel lists an agency's sub-accounts. */
export const INSTALLS_PATH = '/oauth/installedLocations';

/** A sub-account of an agency. */
export interface AgencySubAccount {
  id: string;
  name: string;
  address: string | null;
  isInstalled: boolean;
  /** The version of the marketplace app that is installed there. */
  versionId: string | null;
}

/** A page of an agency's sub-accounts, and how many there are in all. */
export interface SubAccountPage {
  subAccounts: AgencySubAccount[];
  count: number;
}

interface Asked {
  skip?: number;
  limit?: number;
  /** Words in the name. */
  query?: string;
  locationId?: string;
  /** All of the agency's sub-accounts where it is left out, and not only those with the app. */
  isInstalled?: true;
}

/** The sub-accounts of an agency, with the agency's own token (scope `oauth.readonly`). */
async function subAccounts(z: ZObject, bundle: Bundle, asked: Asked): Promise<SubAccountPage> {
  const { data } = await send(z, {
    url: INSTALLS_PATH,
    params: { companyId: companyOf(bundle), appId: appId(), ...asked },
    ofAgency: true,
  });
  const { locations, count } = toRecord(data);
  const found = toList(locations)
    .filter(isRecord)
    .flatMap((row) => {
      const id = toText(row['_id']) ?? toText(row['id']);
      if (id === null) return [];
      return {
        id,
        name: toText(row['name']) ?? id,
        address: toText(row['address']),
        isInstalled: toBoolean(row['isInstalled']) ?? asked.isInstalled ?? false,
        versionId: toText(row['versionId']),
      };
    });
  return { subAccounts: found, count: toNumber(count) ?? found.length };
}

type PageAsked = Pick<Asked, 'skip' | 'limit' | 'query'>;

/** The sub-accounts in which the app is installed. @param query words in the name */
export function installedSubAccounts(
  z: ZObject,
  bundle: Bundle,
  asked: PageAsked = {},
): Promise<SubAccountPage> {
  return subAccounts(z, bundle, { limit: INSTALLS_PAGE, ...asked, isInstalled: true });
}

/** All sub-accounts of the agency, with the app or without. @param query words in the name */
export function allSubAccounts(
  z: ZObject,
  bundle: Bundle,
  asked: PageAsked = {},
): Promise<SubAccountPage> {
  return subAccounts(z, bundle, { limit: INSTALLS_PAGE, ...asked });
}

/** One sub-account of the agency, whether the app is installed there or not. */
export async function subAccountOf(
  z: ZObject,
  bundle: Bundle,
  locationId: string,
): Promise<AgencySubAccount | undefined> {
  const { subAccounts: found } = await subAccounts(z, bundle, { locationId, limit: 1 });
  return found.find(({ id }) => id === locationId);
}
