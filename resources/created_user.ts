import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, nested, text, texts } from './fields.ts';
import { isRecord, toRecord, toText, type RawRecord } from './values.ts';

/** What a user's webhook leaves out; a user that was deleted has none of these. */
export const userDetails = defineResource(
  'user details',
  () =>
    z.object({
      type: text('Account Type', 'account'),
      locationIds: texts('Sub-Account IDs', ['Lc4tNs8PqWe2ZxRy6UvB']),
    }),
  read,
);

/** A team member as the trigger gives it; what the webhook left out is fetched when used. */
export const createdUser = defineResource(
  'created user',
  () =>
    z.object({
      id: id('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
      name: text('Name', 'Sam Agent'),
      firstName: text('First Name', 'Sam'),
      lastName: text('Last Name', 'Agent'),
      email: text('Email', 'sam@example.com'),
      phone: text('Phone', '+15550100111'),
      extension: text('Extension', '12'),
      role: text('Role', 'user'),
      permissions: texts('Permissions', ['contactsEnabled', 'conversationsEnabled']),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
      details: nested('User', userDetails.shape()),
    }),
  read,
);

/** Roles arrive in `roles` from the REST API and flat from webhooks, permissions as switches. */
function read(raw: RawRecord): RawRecord {
  const roles = toRecord(raw['roles']);
  const parts = [toText(raw['firstName']), toText(raw['lastName'])].filter(Boolean);
  const { permissions } = raw;
  return {
    ...raw,
    name: toText(raw['name']) ?? (parts.join(' ') || null),
    role: roles['role'] ?? raw['role'],
    type: roles['type'] ?? raw['type'],
    locationIds: roles['locationIds'] ?? raw['locationIds'] ?? raw['locations'],
    permissions: isRecord(permissions)
      ? Object.keys(permissions).filter((name) => permissions[name] === true)
      : permissions,
  };
}
