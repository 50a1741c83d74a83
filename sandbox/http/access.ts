import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { type AccessToken, PRIVATE_TOKEN, type UserType } from '../state/tokens.ts';
import type { Sandbox } from '../sandbox.ts';
import {
  forbidden,
  INVALID_JWT,
  INVALID_PRIVATE_TOKEN,
  notFound,
  OTHER_LOCATION,
  unauthorized,
} from './errors.ts';
import { type Fields, type Read, type Reader, readQuery, string } from './validate.ts';

/** What a route asks of its caller; a route without it is not part of HighLevel's API. */
export interface Access {
  /** The scope that the token must carry; null where the spec lists none. */
  scope: string | null;
  /** Kinds of token; sub-account tokens only when absent. */
  tokens?: readonly UserType[];
  /** Whether only an app's token will do, and not a private integration's. */
  appOnly?: boolean;
  /** `optional` where the spec lists no Version; `v3` and `v2` where only that generation has the path. */
  version?: 'optional' | 'v3' | 'v2';
}

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    session: AccessToken | null;
  }
}

const VERSIONS = ['2021-04-15', '2021-07-28', '2023-02-21', 'v3'];

function checkVersion(request: FastifyRequest, access: Access): void {
  const version = request.headers.version?.toString();
  if (version === undefined || version === '') {
    if (access.version === 'optional') return;
    throw unauthorized('version header was not found.');
  }
  if (!VERSIONS.includes(version)) throw unauthorized('version header is invalid');
  const isV3 = version === 'v3';
  if ((access.version === 'v3' && !isV3) || (access.version === 'v2' && isV3)) {
    throw notFound(`Cannot ${request.method} ${request.url.split('?')[0] ?? request.url}`);
  }
}

/**
 * Checks every API call in HighLevel's order: token, limits, version, kind of token, scope.
 * The location is checked by the handler, which finds it in its own request (`requireLocation`).
 */
export function checkAccess(app: FastifyInstance, sandbox: Sandbox): void {
  app.decorateRequest('session', null);
  app.addHook('onRequest', (request, reply, done) => {
    const access = request.routeOptions.config.access;
    try {
      if (access) check(request, reply, access, sandbox);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function check(
  request: FastifyRequest,
  reply: FastifyReply,
  access: Access,
  sandbox: Sandbox,
): void {
  const [, token] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const session = token === undefined ? undefined : sandbox.tokens.find(token);
  if (!session) {
    throw unauthorized(PRIVATE_TOKEN.test(token ?? '') ? INVALID_PRIVATE_TOKEN : INVALID_JWT);
  }
  request.session = session;
  sandbox.limiter.count(session.locationId ?? session.companyId, reply);
  checkVersion(request, access);
  const kinds = access.tokens ?? ['Location'];
  const closed = access.appOnly === true && session.privateIntegration;
  if (!kinds.includes(session.userType) || closed) {
    throw unauthorized('This AuthClass is not yet supported');
  }
  if (access.scope !== null && !session.scopes.includes(access.scope)) {
    throw unauthorized('The token is not authorized for this scope.');
  }
}

/** The session of a checked call. */
export function sessionOf(request: FastifyRequest): AccessToken {
  if (!request.session) throw unauthorized(INVALID_JWT);
  return request.session;
}

/** Throws 403 unless the token may act in this location. An agency's token may in all of its own. */
export function requireLocation(request: FastifyRequest, locationId: string): string {
  const session = sessionOf(request);
  if (session.userType === 'Location' && session.locationId !== locationId) {
    throw forbidden(OTHER_LOCATION);
  }
  return locationId;
}

/**
 * Reads the query of a call that names its location there. The location is looked at before the
 * rest: without it the answer is 403 as for another's, and not 422.
 */
export function readLocationQuery<R extends Fields, O extends Fields>(
  request: FastifyRequest,
  required: R,
  optional: O,
): Read<R & { locationId: Reader<string> }, O> {
  const { query } = request;
  const given: unknown =
    typeof query === 'object' && query !== null ? Reflect.get(query, 'locationId') : undefined;
  requireLocation(request, typeof given === 'string' ? given : '');
  return readQuery(query, { locationId: string, ...required }, optional);
}

/** The location of a sub-account token. */
export function locationOf(request: FastifyRequest): string {
  const { locationId } = sessionOf(request);
  if (locationId === undefined) throw unauthorized('This AuthClass is not yet supported');
  return locationId;
}
