import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation, sessionOf } from '../http/access.ts';
import { badRequest, forbidden, type Json } from '../http/errors.ts';
import {
  boolean,
  booleanText,
  csv,
  listOf,
  nested,
  numberText,
  object,
  oneOf,
  readBody,
  type Reader,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import { PERMISSIONS, UNDOCUMENTED_PERMISSIONS } from '../state/permissions.ts';
import type { User } from '../state/records.ts';
import { userEvent } from '../webhooks/events.ts';
import { param } from './find.ts';
import { isEmail } from './phone.ts';

const BOTH = ['Location', 'Company'] as const;
const READ = { access: { scope: 'users.readonly', tokens: BOTH } };
const WRITE = { access: { scope: 'users.write', tokens: BOTH } };

const LANGUAGES = [
  'en_US',
  'es',
  'fr_CA',
  'fr_FR',
  'nl',
  'de',
  'pt_PT',
  'pt_BR',
  'it',
  'sv',
  'da',
  'fi',
  'no',
] as const;

const SWITCHES = Object.fromEntries(PERMISSIONS.map((key) => [key, boolean]));

/** Permissions by name; only the known ones, each true or false. */
const permissions: Reader<Record<string, boolean>> = (value, name, problems) => {
  const found = nested({}, SWITCHES)(value, name, problems) ?? {};
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, on]): [string, boolean][] =>
      typeof on === 'boolean' ? [[key, on]] : [],
    ),
  );
};

const SHARED = {
  phone: string,
  permissions,
  scopes: listOf(string),
  scopesAssignedToOnly: listOf(string),
  profilePhoto: string,
  twilioPhone: object,
  platformLanguage: oneOf(LANGUAGES),
};

const REQUIRED = {
  companyId: string,
  firstName: string,
  lastName: string,
  email: string,
  password: string,
  type: oneOf(['account', 'agency']),
  role: oneOf(['admin', 'user']),
  locationIds: listOf(string),
};

function userDetail(user: User): Json {
  return {
    id: user.id,
    name: `${user.firstName} ${user.lastName}`.trim(),
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    phone: user.phone ?? '',
    extension: user.extension ?? '',
    permissions: { ...UNDOCUMENTED_PERMISSIONS, ...user.permissions },
    scopes: user.scopes,
    scopesAssignedToOnly: user.scopesAssignedToOnly,
    totpEnabled: false,
    roles: {
      type: user.type,
      role: user.role,
      locationIds: user.locationIds,
      restrictSubAccount: false,
    },
    deleted: user.deleted,
    profilePhoto: user.profilePhoto,
    lcPhone: user.twilioPhone ?? {},
    platformLanguage: user.platformLanguage ?? 'en_US',
  };
}

function findUser(sandbox: Sandbox, request: FastifyRequest): User {
  const id = param(request, 'userId');
  const user = sandbox.store.users.get(id);
  if (!user || user.deleted) throw badRequest(`User with id ${id} not found`);
  const session = sessionOf(request);
  const { locationId } = session;
  if (locationId !== undefined && !user.locationIds.includes(locationId)) {
    requireLocation(request, user.locationIds[0] ?? '');
  }
  return user;
}

function checkPlaces(
  sandbox: Sandbox,
  request: FastifyRequest,
  locationIds: readonly string[],
): void {
  for (const id of locationIds) {
    if (!sandbox.store.locations.get(id)) throw badRequest(`Location with id ${id} not found`);
    requireLocation(request, id);
  }
}

function checkEmail(sandbox: Sandbox, email: string, except?: string): void {
  if (!isEmail(email)) throw badRequest('email must be an email');
  const taken = sandbox.store.users.find(
    (user) =>
      !user.deleted && user.id !== except && user.email.toLowerCase() === email.toLowerCase(),
  );
  if (taken) throw badRequest('A user with this email already exists');
}

function writeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/users/', { config: WRITE }, (request, reply) => {
    const { password, ...body } = readBody(request.body, REQUIRED, SHARED);
    if (sessionOf(request).companyId !== body.companyId) {
      throw forbidden('You do not have permission to create users in this company');
    }
    if (password.length < 8) throw badRequest('Password must have at least 8 characters');
    if (body.locationIds.length === 0 && body.type === 'account') {
      throw badRequest('locationIds should not be empty');
    }
    checkPlaces(sandbox, request, body.locationIds);
    checkEmail(sandbox, body.email);
    const user = sandbox.store.users.add({
      ...body,
      id: newId(),
      permissions: {
        ...Object.fromEntries(PERMISSIONS.map((key) => [key, true])),
        ...body.permissions,
      },
      scopes: body.scopes ?? ['contacts.write', 'conversations.write', 'conversations.readonly'],
      scopesAssignedToOnly: body.scopesAssignedToOnly ?? [],
      deleted: false,
      dateAdded: sandbox.now(),
    });
    sandbox.webhooks.fire(userEvent('UserCreate', user));
    void reply.code(201);
    return userDetail(user);
  });

  app.put('/users/:userId', { config: WRITE }, (request) => {
    const { password, ...body } = readBody(request.body, {}, { ...REQUIRED, ...SHARED });
    const user = findUser(sandbox, request);
    if (password !== undefined && password.length < 8) {
      throw badRequest('Password must have at least 8 characters');
    }
    if (body.email !== undefined) checkEmail(sandbox, body.email, user.id);
    if (body.locationIds) checkPlaces(sandbox, request, body.locationIds);
    Object.assign(user, body, { permissions: { ...user.permissions, ...body.permissions } });
    sandbox.webhooks.fire(userEvent('UserUpdate', user));
    return userDetail(user);
  });

  app.delete('/users/:userId', { config: WRITE }, (request) => {
    const user = findUser(sandbox, request);
    user.deleted = true;
    sandbox.webhooks.fire(userEvent('UserDelete', user));
    return {
      succeded: true,
      message: `Queued deleting user with e-mail ${user.email} and name ${user.firstName} ${user.lastName}. Will take effect in a few minutes.`,
    };
  });
}

/** Users: search, list, read, create, update, delete. */
export function userRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/users/search', { config: READ }, (request) => {
    const query = readQuery(
      request.query,
      { companyId: string },
      {
        query: string,
        skip: numberText,
        limit: numberText,
        locationId: string,
        type: string,
        role: string,
        ids: csv,
        sort: string,
        sortDirection: oneOf(['asc', 'desc']),
        enabled2waySync: booleanText,
      },
    );
    const session = sessionOf(request);
    if (session.companyId !== query.companyId) {
      throw forbidden('The token does not have access to this company.');
    }
    if (query.locationId !== undefined) requireLocation(request, query.locationId);
    const place = query.locationId ?? session.locationId;
    const wanted = query.query?.toLowerCase();
    const found = sandbox.store.users
      .filter(
        (user) =>
          !user.deleted &&
          user.companyId === query.companyId &&
          (place === undefined || user.locationIds.includes(place)) &&
          (query.ids === undefined || query.ids.includes(user.id)) &&
          (query.type === undefined || user.type === query.type) &&
          (query.role === undefined || user.role === query.role) &&
          (wanted === undefined ||
            `${user.firstName} ${user.lastName} ${user.email} ${user.phone ?? ''}`
              .toLowerCase()
              .includes(wanted)),
      )
      .sort((a, b) => a.firstName.localeCompare(b.firstName));
    if (query.sortDirection === 'desc') found.reverse();
    const skip = query.skip ?? 0;
    return {
      users: found.slice(skip, skip + (query.limit ?? 25)).map(userDetail),
      count: found.length,
    };
  });

  app.post(
    '/users/search/filter-by-email',
    { config: { access: { scope: 'users.readonly', tokens: ['Company'] } } },
    (request) => {
      const body = readBody(
        request.body,
        { companyId: string, emails: string },
        { deleted: boolean, skip: string, limit: string, projection: string },
      );
      const emails = body.emails.toLowerCase().split(',');
      const found = sandbox.store.users.filter(
        (user) =>
          user.companyId === body.companyId &&
          user.deleted === (body.deleted ?? false) &&
          emails.includes(user.email.toLowerCase()),
      );
      const skip = Number(body.skip ?? 0);
      return {
        users: found.slice(skip, skip + Number(body.limit ?? 25)).map(userDetail),
        count: found.length,
      };
    },
  );

  app.get('/users/:userId', { config: READ }, (request) => userDetail(findUser(sandbox, request)));

  app.get(
    '/users/',
    { config: { access: { scope: 'users.readonly', version: 'v2' } } },
    (request) => {
      const { locationId } = readLocationQuery(request, {}, {});
      return {
        users: sandbox.store.users
          .filter((user) => !user.deleted && user.locationIds.includes(locationId))
          .map(userDetail),
      };
    },
  );

  writeRoutes(app, sandbox);
}
