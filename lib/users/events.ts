import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';
import type { createdUser } from '../../resources/created_user.ts';
import type { RecordOf } from '../../resources/define.ts';

type CreatedUser = RecordOf<typeof createdUser>;

/** Whether a person asked for a user. */
export function isAskedFor(entry: CreatedUser, { role }: { role?: string }): boolean {
  return role === undefined || entry.role === role;
}

/** A user with a pointer to what an event leaves out. */
export function withDetails(z: ZObject, entry: CreatedUser): CreatedUser {
  return { ...entry, details: z.dehydrate(hydrators.user, { userId: entry.id }) };
}
