import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { type Json, notFound } from '../http/errors.ts';
import { between, numberText, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { TriggerLink } from '../state/links.ts';
import { param } from './find.ts';

const READ = { access: { scope: 'links.readonly' } };
const WRITE = { access: { scope: 'links.write' } };

const linkDetail = ({ id, name, redirectTo, locationId }: TriggerLink): Json => ({
  id,
  name,
  redirectTo,
  fieldKey: `{{trigger_link.${id}}}`,
  locationId,
});

function find(sandbox: Sandbox, request: FastifyRequest): TriggerLink {
  const id = param(request, 'linkId');
  const link = sandbox.store.links.get(id);
  if (!link) throw notFound(`Link with id ${id} not found`);
  requireLocation(request, link.locationId);
  return link;
}

/** Trigger links. Nothing tells of a click but a workflow. */
export function linkRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const linksOf = (locationId: string): TriggerLink[] =>
    sandbox.store.links.filter((one) => one.locationId === locationId);

  app.get('/links/', { config: READ }, (request) => ({
    links: linksOf(readLocationQuery(request, {}, {}).locationId).map(linkDetail),
  }));

  app.get('/links/search', { config: READ }, (request) => {
    const query = readLocationQuery(
      request,
      {},
      {
        query: string,
        skip: between(0, Number.MAX_SAFE_INTEGER, numberText),
        limit: between(1, 100, numberText),
      },
    );
    const { query: wanted = '', skip = 0, limit = 20 } = query;
    const found = linksOf(query.locationId).filter(({ name, redirectTo }) =>
      `${name} ${redirectTo}`.toLowerCase().includes(wanted.toLowerCase()),
    );
    return { links: found.slice(skip, skip + limit).map(linkDetail) };
  });

  app.get('/links/id/:linkId', { config: READ }, (request) => {
    readLocationQuery(request, {}, {});
    return { link: linkDetail(find(sandbox, request)) };
  });

  app.post('/links/', { config: WRITE }, (request, reply) => {
    const body = readBody(
      request.body,
      { locationId: string, name: string, redirectTo: string },
      {},
    );
    requireLocation(request, body.locationId);
    void reply.code(201);
    return { link: linkDetail(sandbox.store.links.add({ ...body, id: newId() })) };
  });

  // The documents answer a change and a deletion with 201 too.
  app.put('/links/:linkId', { config: WRITE }, (request, reply) => {
    const body = readBody(request.body, { name: string, redirectTo: string }, {});
    const link = Object.assign(find(sandbox, request), body);
    void reply.code(201);
    return { link: linkDetail(link) };
  });

  app.delete('/links/:linkId', { config: WRITE }, (request, reply) => {
    sandbox.store.links.delete(find(sandbox, request).id);
    void reply.code(201);
    return { succeded: true };
  });
}
