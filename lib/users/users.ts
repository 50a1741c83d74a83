import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { user } from '../../resources/user.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { recordAt } from '../records/details.ts';

export type User = RecordOf<typeof user>;

/** The user with an id, or undefined where HighLevel has none (any longer). */
export function userById(z: ZObject, userId: string): Promise<User | undefined> {
  return recordAt(z, user, path`/users/${userId}`);
}

/** Team members of the sub-account as HighLevel sends them, all at once, without deleted ones. */
export async function rawUsersOf(z: ZObject, bundle: Bundle): Promise<RawRecord[]> {
  const { data } = await send(z, { url: '/users/', params: { locationId: locationOf(bundle) } });
  return toList(toRecord(data)['users'])
    .filter(isRecord)
    .filter(({ deleted }) => deleted !== true);
}

/** Team members of the sub-account. */
export async function usersOf(z: ZObject, bundle: Bundle): Promise<User[]> {
  return (await rawUsersOf(z, bundle)).map((raw) => user.parse(raw));
}

/** Users by their IDs, in one request at most; those that are gone are left out. */
export async function usersByIds(
  z: ZObject,
  bundle: Bundle,
  userIds: readonly string[],
): Promise<User[]> {
  const [first, ...others] = new Set(userIds);
  if (first === undefined) return [];
  if (others.length > 0) return usersOf(z, bundle);
  const only = await userById(z, first);
  return only ? [only] : [];
}
