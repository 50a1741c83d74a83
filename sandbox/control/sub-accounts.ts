import type { FastifyInstance } from 'fastify';

import { param } from '../api/find.ts';
import { notFound } from '../http/errors.ts';
import { between, boolean, number, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { addSubAccount } from '../seed/sub-account.ts';
import { locationEvent } from '../webhooks/account-events.ts';
import { install } from '../webhooks/installs.ts';

const MOST = 2000;

/**
 * New sub-accounts of the agency, each small and with records of its own. The app gets into them when
 * the agency installed it for those to come, unless `installed` says otherwise. And the settings of one.
 */
export function subAccountRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/sub-accounts', (request, reply) => {
    const body = readBody(
      request.body,
      {},
      {
        count: between(1, MOST, number),
        name: string,
        timezone: string,
        installed: boolean,
      },
    );
    const { count = 1, name = 'Client', timezone = 'America/Los_Angeles' } = body;
    const { installed = sandbox.installations.toFutureLocations } = body;
    const locations = Array.from({ length: count }, (_, index) => {
      const numbered =
        body.name !== undefined && count === 1 ? name : `${name} ${String(index + 1)}`;
      const place = { name: numbered, timezone, number: sandbox.store.locations.size };
      const location = addSubAccount(sandbox.store, place, sandbox.now());
      sandbox.webhooks.fire(locationEvent('LocationCreate', location));
      if (installed) install(sandbox, location.id);
      return { id: location.id, name: location.name };
    });
    void reply.code(201);
    return { locations };
  });

  app.post('/__sandbox/sub-accounts/:id', (request) => {
    const body = readBody(
      request.body,
      {},
      {
        name: string,
        timezone: string,
        allowDuplicateContact: boolean,
        allowDuplicateOpportunity: boolean,
      },
    );
    const location = sandbox.store.locations.get(param(request, 'id'));
    if (!location) throw notFound('There is no such sub-account');
    return Object.assign(location, body);
  });
}
