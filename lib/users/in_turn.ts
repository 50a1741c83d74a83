import { createHash } from 'node:crypto';

import type { Bundle, ZObject } from 'zapier-platform-core';

import { toNumber } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { dropdownOf } from '../inputs/dropdowns.ts';

/** Users of whom each run of a step takes the next. */
export const usersInTurnField = {
  key: 'usersInTurn',
  label: 'Users in Turn',
  type: 'string',
  list: true,
  meta: { kind: 'id' },
  choices: dropdownOf('user'),
  resource: 'user',
} as const;

/** How long it is remembered whose turn it was. */
const REMEMBERED_SECONDS = 7 * 86_400;

/**
 * The user whose turn it is: steps of this sub-account with the same users take them one after the
 * other. Whose turn it was is in Zapier's cache; without it, as after a week without a run, the first
 * user begins. Two runs at the same moment may get the same user.
 *
 * @param userIds at least one
 */
export async function nextInTurn(
  z: ZObject,
  bundle: Bundle,
  userIds: readonly string[],
): Promise<string> {
  const users = [...new Set(userIds)];
  const names = JSON.stringify([locationOf(bundle), users]);
  const key = `turn-${createHash('sha256').update(names).digest('hex')}`;
  const last = toNumber(await z.cache.get(key).catch(() => null));
  const turn = last === null ? 0 : (last + 1) % users.length;
  // A cache that fails must not keep a contact from being assigned.
  await z.cache.set(key, turn, REMEMBERED_SECONDS).catch(() => false);
  const [first] = users;
  const next = users[turn] ?? first;
  if (next === undefined) throw new TypeError('There is nobody to take turns.');
  return next;
}
