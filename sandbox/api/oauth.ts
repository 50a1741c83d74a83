import type { FastifyInstance } from 'fastify';

import { sessionOf } from '../http/access.ts';
import {
  ApiError,
  badRequest,
  forbidden,
  type Json,
  unauthorized,
  unprocessable,
  withTraceId,
} from '../http/errors.ts';
import { booleanText, numberText, oneOf, readBody, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP } from '../state/app-registration.ts';
import { type Grant, Tokens } from '../state/tokens.ts';
import { iso } from './views.ts';

/** The scopes that were granted, in the way that the settings ask for. */
function scopeOf({ settings }: Sandbox, scopes: readonly string[]): Json {
  switch (settings.scopeShape) {
    case 'none':
      return {};
    case 'list':
      return { scope: scopes };
    case 'commas':
      return { scope: scopes.join(',') };
    case 'spaces':
      return { scope: scopes.join(' ') };
  }
}

/**
 * The token answer; a sub-account's carries `locationId`. An agency's has none, and does not say for
 * which sub-accounts it was approved (highlevel-api-docs #294).
 */
export function tokenAnswer(sandbox: Sandbox, grant: Grant, seconds?: number): Json {
  const {
    access,
    refreshToken,
    refreshTokenId,
    seconds: lifetime,
  } = sandbox.tokens.issue(grant, seconds);
  return {
    access_token: access.token,
    token_type: 'Bearer',
    expires_in: lifetime,
    refresh_token: refreshToken,
    refreshTokenId,
    ...scopeOf(sandbox, grant.scopes),
    userType: grant.userType,
    companyId: grant.companyId,
    ...(grant.locationId === undefined ? {} : { locationId: grant.locationId }),
    ...(grant.userType === 'Company'
      ? {
          installToFutureLocations: sandbox.installations.toFutureLocations,
          approveAllLocations: sandbox.installations.toFutureLocations,
        }
      : {}),
    isBulkInstallation: grant.bulkInstall,
    userId: grant.userId,
    planId: '6630d7a4c2b8f1e05a9d7c11',
  };
}

const invalidGrant = (message: string): ApiError =>
  new ApiError(400, { error: 'invalid_grant', error_description: message, message });

/** A sub-account that gets no token: the documents name no status for it, and 400, 401 and 403 were seen. */
function refusedSwap({ settings }: Sandbox, message: string): ApiError {
  const errors = { 400: badRequest, 401: unauthorized, 403: forbidden };
  return errors[settings.locationTokenRefusal](message);
}

/** Rows of a page of installed sub-accounts at most, whatever is asked for. */
const INSTALLED_PAGE = 100;

/** The token endpoint and the agency's helpers. */
export function oauthRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/oauth/token', (request) => {
    const type = request.headers['content-type'] ?? '';
    if (!type.startsWith('application/x-www-form-urlencoded')) {
      throw new ApiError(415, {
        message: 'Content type must be application/x-www-form-urlencoded',
      });
    }
    const body = readBody(
      request.body,
      {
        client_id: string,
        client_secret: string,
        grant_type: oneOf(['authorization_code', 'refresh_token', 'client_credentials']),
      },
      {
        code: string,
        refresh_token: string,
        user_type: oneOf(['Company', 'Location']),
        redirect_uri: string,
      },
    );
    if (body.client_id !== APP.clientId || body.client_secret !== APP.clientSecret) {
      throw new ApiError(401, {
        error: 'invalid_client',
        error_description: 'Invalid client: client credentials are invalid',
        message: 'Invalid client: client credentials are invalid',
      });
    }
    if (body.grant_type === 'refresh_token') {
      if (body.refresh_token === undefined) {
        throw unprocessable(['refresh_token should not be empty']);
      }
      const grant = sandbox.tokens.takeRefresh(body.refresh_token);
      if (!grant) throw invalidGrant('Invalid grant: refresh token is invalid');
      const gone = grant.locationId !== undefined && !sandbox.store.locations.get(grant.locationId);
      if (gone) throw invalidGrant('Location is not active');
      return withTraceId(tokenAnswer(sandbox, grant));
    }
    if (body.grant_type === 'client_credentials') {
      throw new ApiError(400, {
        error: 'unsupported_grant_type',
        message: 'Grant type is not supported for this app',
      });
    }
    if (body.code === undefined) throw unprocessable(['code should not be empty']);
    const issued = sandbox.tokens.takeCode(body.code);
    if (issued?.clientId !== body.client_id) {
      throw invalidGrant('Invalid grant: authorization code is invalid');
    }
    if (body.redirect_uri !== undefined && body.redirect_uri !== issued.redirectUri) {
      throw invalidGrant('Invalid grant: redirect_uri does not match');
    }
    return withTraceId(tokenAnswer(sandbox, issued.grant));
  });

  app.post('/oauth/reconnect', () => {
    throw badRequest('API endpoint has been removed');
  });

  app.post(
    '/oauth/locationToken',
    { config: { access: { scope: 'oauth.write', tokens: ['Company'], appOnly: true } } },
    (request) => {
      const body = readBody(request.body, { companyId: string, locationId: string }, {});
      const session = sessionOf(request);
      const location = sandbox.store.locations.get(body.locationId);
      if (session.companyId !== body.companyId || location?.companyId !== body.companyId) {
        throw badRequest('Location not found for this company');
      }
      const installed = sandbox.installations.of(location.id);
      if (!installed) throw refusedSwap(sandbox, 'App is not installed in this location');
      if (installed.versionId !== APP.versionId) {
        throw refusedSwap(sandbox, 'App version of the location does not match the token');
      }
      const grant = Tokens.locationGrant(session, location.id);
      return {
        ...tokenAnswer(sandbox, grant, sandbox.settings.locationTokenSeconds),
        appId: APP.id,
        versionId: APP.versionId,
      };
    },
  );

  app.get(
    '/oauth/installedLocations',
    { config: { access: { scope: 'oauth.readonly', tokens: ['Company'], appOnly: true } } },
    (request) => {
      const query = readQuery(
        request.query,
        { companyId: string, appId: string },
        {
          skip: numberText,
          limit: numberText,
          query: string,
          isInstalled: booleanText,
          versionId: string,
          onTrial: booleanText,
          planId: string,
          locationId: string,
        },
      );
      if (sessionOf(request).companyId !== query.companyId) {
        throw unauthorized('The token does not have access to this company.');
      }
      if (query.appId !== APP.id) throw badRequest('App not found');
      // Without `isInstalled` the list has every sub-account of the agency, installed or not.
      const wanted = query.query?.toLowerCase() ?? '';
      const found = sandbox.store.locations.filter(({ id, name }) => {
        const installed = sandbox.installations.of(id);
        return (
          name.toLowerCase().includes(wanted) &&
          (query.locationId === undefined || query.locationId === id) &&
          (query.isInstalled === undefined || query.isInstalled === Boolean(installed)) &&
          (query.versionId === undefined || query.versionId === installed?.versionId)
        );
      });
      const skip = query.skip ?? 0;
      const limit = Math.min(query.limit ?? 20, INSTALLED_PAGE);
      // HighLevel documents no order, and has none to ask for. Here the latest install comes first.
      const installedAt = ({ id }: { id: string }) =>
        sandbox.installations.of(id)?.installedAt ?? 0;
      found.sort((one, other) => installedAt(other) - installedAt(one));
      return {
        locations: found.slice(skip, skip + limit).map((location) => {
          const installed = sandbox.installations.of(location.id);
          return {
            _id: location.id,
            name: location.name,
            address: location.address,
            isInstalled: Boolean(installed),
            ...(installed
              ? { versionId: installed.versionId, installedAt: iso(installed.installedAt) }
              : {}),
          };
        }),
        count: found.length,
        installToFutureLocations: sandbox.installations.toFutureLocations,
      };
    },
  );
}
