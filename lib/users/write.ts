import { randomBytes } from 'node:crypto';

import type { Bundle, ZObject } from 'zapier-platform-core';

import { user } from '../../resources/user.ts';
import { toRecord } from '../../resources/values.ts';
import { invalid } from '../inputs/refusal.ts';
import { nothingToChange } from '../inputs/alternatives.ts';
import { call, send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { readCompanyId } from '../connection/company.ts';
import { locationOf } from '../connection/location.ts';
import { PERMISSIONS } from './rights_fields.ts';

/** What steps write of a user, in the words of lib/user_fields.ts. */
export interface UserInput {
  firstName?: string;
  lastName?: string;
  phone?: string;
  role?: string;
  /** Keys of `PERMISSIONS`. */
  rights?: string[];
  /** `remove` takes every right that is not among `rights` away; anything else keeps them. */
  otherRights?: string;
  scopes?: string[];
  scopesAssignedToOnly?: string[];
  profilePhoto?: string;
  platformLanguage?: string;
}

/** Adds a user to the sub-account, with a password that nobody knows. */
export async function createUser(
  z: ZObject,
  bundle: Bundle,
  input: UserInput & { email: string; inboundNumber?: string },
) {
  const { email, inboundNumber } = input;
  const locationId = locationOf(bundle);
  return call(z, user, {
    method: 'POST',
    url: '/users/',
    body: {
      companyId: await readCompanyId(z, bundle),
      ...bodyOf(input, {}),
      email,
      password: randomPassword(),
      type: 'account',
      locationIds: [locationId],
      twilioPhone: inboundNumber && { [locationId]: inboundNumber },
    },
  });
}

/**
 * Changes a user; what is not given stays. It is not known whether HighLevel merges the permissions
 * that it is sent, so those of the user are read first and sent along.
 *
 * @throws errors.Error when nothing is given
 */
export async function updateUser(z: ZObject, userId: string, input: UserInput) {
  const url = path`/users/${userId}`;
  const changesPermissions = input.rights !== undefined || input.otherRights === 'remove';
  const before = changesPermissions ? toRecord((await send(z, { url })).data)['permissions'] : {};
  const body = bodyOf(input, toRecord(before));
  if (Object.keys(body).length === 0) {
    throw nothingToChange({ besides: 'User' });
  }
  return call(z, user, { method: 'PUT', url, body });
}

/** @param before the permissions that the user has */
function bodyOf(input: UserInput, before: Record<string, unknown>): Record<string, unknown> {
  const { firstName, lastName, phone, role, profilePhoto, platformLanguage } = input;
  const permissions = { ...known(before), ...chosenPermissions(input) };
  return withoutGaps({
    firstName,
    lastName,
    phone,
    role,
    permissions: Object.keys(permissions).length > 0 ? permissions : undefined,
    // An empty list would take every right away: none chosen sends none.
    scopes: filled(input.scopes),
    scopesAssignedToOnly: filled(input.scopesAssignedToOnly),
    profilePhoto,
    platformLanguage,
  });
}

function filled(list: string[] | undefined): string[] | undefined {
  return list && list.length > 0 ? list : undefined;
}

/** The permissions that HighLevel takes back; it refuses others that it gives. */
function known(permissions: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(permissions).filter(
      ([key, value]) => Object.hasOwn(PERMISSIONS, key) && typeof value === 'boolean',
    ),
  );
}

/** @throws errors.Error when all rights would be removed */
function chosenPermissions({ rights = [], otherRights }: UserInput): Record<string, boolean> {
  const chosen = Object.fromEntries(rights.map((key) => [key, true] as const));
  if (otherRights !== 'remove') return chosen;
  if (rights.length === 0) {
    throw invalid(
      '"All Other Rights" removes every right that is not chosen in "Rights", and none is chosen. Choose at least one in "Rights".',
    );
  }
  const removed = Object.keys(PERMISSIONS).map((key) => [key, false] as const);
  return { ...Object.fromEntries(removed), ...chosen };
}

/** 192 random bits, and one of each kind of character that password rules ask for. */
function randomPassword(): string {
  return `${randomBytes(24).toString('base64url')}aA1!`;
}
