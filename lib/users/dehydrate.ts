import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';

/** The pointer with which Zapier fetches the user of a record when a Zap uses it. */
export function userPointer(z: ZObject, userId: string): string {
  return z.dehydrate(hydrators.assignedUser, { userId });
}
