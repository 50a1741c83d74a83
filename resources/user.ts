import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, texts } from './fields.ts';
import { toRecord, toText, type RawRecord } from './values.ts';

/** A team member. */
export const user = defineResource(
  'user',
  () =>
    z.object({
      ...userIdentity(),
      ...userPlace(),
    }),
  readUser,
);

/** What other apps need of a team member, in a record that names one by its ID. */
export const userSummary = defineResource(
  'user summary',
  () => {
    const { id: _id, extension: _extension, role: _role, ...rest } = userIdentity();
    return z.object(rest);
  },
  readUser,
);

/** Who a team member is. */
export function userIdentity() {
  return {
    id: id('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    name: text('Name', 'Sam Agent'),
    firstName: text('First Name', 'Sam'),
    lastName: text('Last Name', 'Agent'),
    email: text('Email', 'sam@example.com'),
    phone: text('Phone', '+15550100111'),
    extension: text('Extension', '12'),
    role: text('Role', 'user'),
  };
}

/** Where a team member works. */
export function userPlace() {
  return {
    type: text('Account Type', 'account'),
    locationIds: texts('Sub-Account IDs', ['Lc4tNs8PqWe2ZxRy6UvB']),
  };
}

/** Roles arrive in `roles` from the REST API and flat from webhooks. */
export function readUser(raw: RawRecord): RawRecord {
  const roles = toRecord(raw['roles']);
  const parts = [toText(raw['firstName']), toText(raw['lastName'])].filter(Boolean);
  return {
    ...raw,
    name: toText(raw['name']) ?? (parts.join(' ') || null),
    role: roles['role'] ?? raw['role'],
    type: roles['type'] ?? raw['type'],
    locationIds: roles['locationIds'] ?? raw['locationIds'] ?? raw['locations'],
  };
}
