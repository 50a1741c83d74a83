import type { FastifyInstance } from 'fastify';

import { tokenAnswer } from '../api/oauth.ts';
import { boolean, listOf, number, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { COMPANY_ID } from '../state/app-registration.ts';
import { SCOPES } from '../state/scopes.ts';
import type { Grant } from '../state/tokens.ts';
import { HARBOUR } from '../seed/ids.ts';
import { adminOf } from '../webhooks/installs.ts';

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
        locationIds: listOf(string),
        private: boolean,
        expired: boolean,
        expiresInSeconds: number,
        userId: string,
      },
    );
    const locationId = body.locationId ?? HARBOUR;
    const scopes = (body.scopes ?? Object.keys(SCOPES)).filter(
      (scope) => !(body.withoutScopes ?? []).includes(scope),
    );
    const company = body.company === true;
    const grant: Grant = {
      userType: company ? 'Company' : 'Location',
      companyId: COMPANY_ID,
      ...(company ? {} : { locationId }),
      userId: body.userId ?? adminOf(sandbox, company ? undefined : locationId) ?? '',
      scopes,
      bulkInstall: company,
    };
    void reply.code(201);
    if (body.private === true) {
      const { token } = sandbox.tokens.issuePrivate(grant);
      return { token, companyId: COMPANY_ID, ...(company ? {} : { locationId }), scopes };
    }
    const { installations, store } = sandbox;
    const all = [...store.locations.values()].map(({ id }) => id);
    if (company) installations.toFutureLocations = body.locationIds === undefined;
    for (const id of company ? (body.locationIds ?? all) : [locationId]) installations.add(id);
    return tokenAnswer(sandbox, grant, body.expired === true ? -1 : body.expiresInSeconds);
  });

  app.post('/__sandbox/tokens/expire', (request) => {
    const body = readBody(
      request.body,
      {},
      { locationId: string, token: string, userType: oneOf(['Company', 'Location']) },
    );
    return { expired: sandbox.tokens.expire(body) };
  });
}
