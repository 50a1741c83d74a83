import type { FastifyInstance } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import { oneOf } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { iso } from './views.ts';

/** Workflows and campaigns: lists without pages. */
export function automationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/workflows/', { config: { access: { scope: 'workflows.readonly' } } }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    return {
      workflows: sandbox.store.workflows
        .filter((workflow) => workflow.locationId === locationId)
        .map(({ createdAt, updatedAt, ...workflow }) => ({
          ...workflow,
          createdAt: iso(createdAt),
          updatedAt: iso(updatedAt),
        })),
    };
  });

  app.get('/campaigns/', { config: { access: { scope: 'campaigns.readonly' } } }, (request) => {
    const query = readLocationQuery(request, {}, { status: oneOf(['draft', 'published']) });
    return {
      campaigns: sandbox.store.campaigns.filter(
        (campaign) =>
          campaign.locationId === query.locationId &&
          (query.status === undefined || campaign.status === query.status),
      ),
    };
  });
}
