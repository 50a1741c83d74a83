import type { FastifyInstance } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import { between, booleanText, numberText, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { pipelineView } from './opportunity-views.ts';
import { iso } from './views.ts';

const READ = { access: { scope: 'opportunities.readonly' } };

/** What opportunities run through, and why they are lost. */
export function pipelineRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/opportunities/pipelines', { config: READ }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const found = sandbox.store.pipelines.filter((one) => one.locationId === locationId);
    return { pipelines: found.map(pipelineView) };
  });

  app.get('/opportunities/lost-reason', { config: READ }, (request) => {
    const { locationId, ...query } = readLocationQuery(
      request,
      {},
      {
        name: string,
        query: string,
        deleted: booleanText,
        skip: between(0, Number.MAX_SAFE_INTEGER, numberText),
        limit: between(1, Number.MAX_SAFE_INTEGER, numberText),
        getCount: booleanText,
      },
    );
    const { skip = 0, limit = 100, deleted = false } = query;
    const wanted = query.query?.toLowerCase() ?? '';
    const found = sandbox.store.lostReasons.filter(
      (one) =>
        one.locationId === locationId &&
        one.deleted === deleted &&
        (query.name === undefined || one.name === query.name) &&
        one.name.toLowerCase().includes(wanted),
    );
    return {
      lostReasons: found.slice(skip, skip + limit).map((one) => ({
        id: one.id,
        name: one.name,
        locationId: one.locationId,
        createdAt: iso(one.dateAdded),
        updatedAt: iso(one.dateAdded),
      })),
      ...(query.getCount === true ? { total: found.length } : {}),
    };
  });
}
