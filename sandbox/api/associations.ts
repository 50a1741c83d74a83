import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { badRequest, notFound } from '../http/errors.ts';
import { between, csvOrList, numberText, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import type { Association, Relation } from '../state/objects.ts';
import { fireRelation } from '../webhooks/object-events.ts';
import { param } from './find.ts';
import { associationDetail, relationDetail } from './object-views.ts';

const READ = { access: { scope: 'associations.readonly' } };
const READ_RELATIONS = { access: { scope: 'associations/relation.readonly' } };
const WRITE_RELATIONS = { access: { scope: 'associations/relation.write' } };

const PAGE = {
  skip: between(0, Number.MAX_SAFE_INTEGER, numberText),
  limit: between(1, 100, numberText),
};

/** Whether there is such a record of an object; contacts and opportunities are records too. */
function hasRecord({ store }: Sandbox, locationId: string, objectKey: string, id: string): boolean {
  const records =
    objectKey === 'contact'
      ? store.contacts
      : objectKey === 'opportunity'
        ? store.opportunities
        : undefined;
  if (records) return records.get(id)?.locationId === locationId;
  const record = store.objectRecords.get(id);
  return record?.locationId === locationId && record.objectKey === objectKey;
}

/** A relation that a body asks for: its records in the order of the association's objects, and once. */
function checkRelation(
  sandbox: Sandbox,
  association: Association | undefined,
  { locationId, associationId, firstRecordId, secondRecordId }: Omit<Relation, 'id'>,
): void {
  if (association?.locationId !== locationId) {
    throw notFound(`Association with id ${associationId} not found`);
  }
  const { firstObjectKey, secondObjectKey } = association;
  for (const [key, id] of [
    [firstObjectKey, firstRecordId],
    [secondObjectKey, secondRecordId],
  ] as const) {
    if (!hasRecord(sandbox, locationId, key, id)) {
      throw badRequest(`Record with id ${id} not found in ${key}`);
    }
  }
  const known = sandbox.store.relations.find(
    (one) =>
      one.associationId === associationId &&
      one.firstRecordId === firstRecordId &&
      one.secondRecordId === secondRecordId,
  );
  if (known) throw badRequest('duplicate relation: the records are already associated');
}

function relationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/associations/relations/:recordId', { config: READ_RELATIONS }, (request) => {
    const query = readLocationQuery(request, PAGE, { associationIds: csvOrList });
    const { locationId, skip, limit, associationIds } = query;
    const id = param(request, 'recordId');
    const found = sandbox.store.relations.filter(
      (one) =>
        one.locationId === locationId &&
        [one.firstRecordId, one.secondRecordId].includes(id) &&
        (associationIds?.includes(one.associationId) ?? true),
    );
    return {
      relations: found.slice(skip, skip + limit).map((one) => relationDetail(sandbox.store, one)),
      total: found.length,
    };
  });

  app.post('/associations/relations', { config: WRITE_RELATIONS }, (request, reply) => {
    const body = readBody(
      request.body,
      { locationId: string, associationId: string, firstRecordId: string, secondRecordId: string },
      {},
    );
    requireLocation(request, body.locationId);
    checkRelation(sandbox, sandbox.store.associations.get(body.associationId), body);
    const relation = sandbox.store.relations.add({ ...body, id: newObjectId() });
    fireRelation(sandbox, 'RelationCreate', relation);
    void reply.code(201);
    return relationDetail(sandbox.store, relation);
  });

  app.delete('/associations/relations/:relationId', { config: WRITE_RELATIONS }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const id = param(request, 'relationId');
    const relation = sandbox.store.relations.get(id);
    if (relation?.locationId !== locationId) throw notFound(`Relation with id ${id} not found`);
    const gone = relationDetail(sandbox.store, relation);
    sandbox.store.relations.delete(id);
    fireRelation(sandbox, 'RelationDelete', relation);
    return gone;
  });
}

/** Associations between objects, which are only read, and relations between their records. */
export function associationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  relationRoutes(app, sandbox);

  const find = (request: FastifyRequest, keep: (one: Association) => boolean): Association => {
    const found = sandbox.store.associations.find(keep);
    if (!found) throw notFound('Association not found');
    requireLocation(request, found.locationId);
    return found;
  };

  app.get('/associations/', { config: READ }, (request) => {
    const { locationId, skip, limit } = readLocationQuery(request, PAGE, {});
    const found = sandbox.store.associations.filter((one) => one.locationId === locationId);
    return {
      associations: found.slice(skip, skip + limit).map(associationDetail),
      total: found.length,
    };
  });

  app.get('/associations/key/:key', { config: READ }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const key = param(request, 'key');
    return associationDetail(
      find(request, (one) => one.locationId === locationId && one.key === key),
    );
  });

  app.get('/associations/:associationId', { config: READ }, (request) => {
    const id = param(request, 'associationId');
    return associationDetail(find(request, (one) => one.id === id));
  });
}
