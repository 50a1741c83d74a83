import type { FastifyInstance } from 'fastify';

import { tokenAnswer } from '../api/oauth.ts';
import { boolean, listOf, number, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { COMPANY_ID } from '../state/app-registration.ts';
import { SCOPES } from '../state/scopes.ts';
import { HARBOUR } from '../seed/ids.ts';

/** Tokens without the consent page, and ending them. */
export function tokenRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/tokens', (request, reply) => {
    const body = readBody(
      request.body,
      {},
      {
        locationId: string,
        scopes: listOf(string),
        withoutScopes: listOf(string),
        company: boolean,
        expired: boolean,
        expiresInSeconds: number,
        userId: string,
      },
    );
    const locationId = body.locationId ?? HARBOUR;
    const scopes = (body.scopes ?? Object.keys(SCOPES)).filter(
      (scope) => !(body.withoutScopes ?? []).includes(scope),
    );
    const admin = sandbox.store.users.find(
      ({ role, locationIds }) => role === 'admin' && locationIds.includes(locationId),
    );
    const company = body.company === true;
    void reply.code(201);
    return tokenAnswer(
      sandbox,
      {
        userType: company ? 'Company' : 'Location',
        companyId: COMPANY_ID,
        ...(company ? {} : { locationId }),
        userId: body.userId ?? admin?.id ?? '',
        scopes,
        bulkInstall: company,
      },
      body.expired === true ? -1 : body.expiresInSeconds,
    );
  });

  app.post('/__sandbox/tokens/expire', (request) => {
    const body = readBody(request.body, {}, { locationId: string, token: string });
    return { expired: sandbox.tokens.expire(body) };
  });
}
