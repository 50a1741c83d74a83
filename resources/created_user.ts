import * as z from 'zod';

import { defineResource } from './define.ts';
import { nested, text, texts } from './fields.ts';
import { readUser, userIdentity, userPlace } from './user.ts';
import { isRecord, type RawRecord } from './values.ts';

/** What a user's webhook leaves out; a user that was deleted has none of these. */
export const userDetails = defineResource('user details', () => z.object(userPlace()), readUser);

/** A team member as the trigger gives it; what the webhook left out is fetched when used. */
export const createdUser = defineResource(
  'created user',
  () =>
    z.object({
      ...userIdentity(),
      permissions: texts('Permissions', ['contactsEnabled', 'conversationsEnabled']),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
      details: nested('User', userDetails.shape()),
    }),
  (raw) => ({ ...readUser(raw), permissions: permissionsIn(raw) }),
);

/** Permissions arrive as switches, and come out of a record as the names of those that are on. */
function permissionsIn({ permissions }: RawRecord): unknown {
  return isRecord(permissions)
    ? Object.keys(permissions).filter((name) => permissions[name] === true)
    : permissions;
}
