import type { Bundle, ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import { createdUser } from '../../resources/created_user.ts';
import type { RecordOf } from '../../resources/define.ts';
import { toRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';

/**
 * The users with a role, or all, each with a pointer to what the event left out. A user of several
 * sub-accounts comes without one: it is this one then, since the relay tells each of them.
 */
export function usersAmong(
  z: ZObject,
  bundle: Bundle,
  events: readonly unknown[],
  role: string | undefined,
): RecordOf<typeof createdUser>[] {
  const locationId = locationOf(bundle);
  return events
    .map((event) => createdUser.parse({ locationId, ...toRecord(event) }))
    .filter((entry) => role === undefined || entry.role === role)
    .map((entry) => ({ ...entry, details: z.dehydrate(hydrators.user, { userId: entry.id }) }));
}
