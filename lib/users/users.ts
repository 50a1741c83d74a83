import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { user } from '../../resources/user.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';

export type User = RecordOf<typeof user>;

/** The user with an id, or undefined where HighLevel has none (any more). */
export async function userById(z: ZObject, userId: string): Promise<User | undefined> {
  const { status, data } = await send(z, {
    url: path`/users/${userId}`,
    // An id of the wrong form is answered with 400.
    expected: [400, 404],
  });
  return status < 400 ? user.parse(data) : undefined;
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
