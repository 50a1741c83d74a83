import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation, sessionOf } from '../http/access.ts';
import { badRequest, notFound, unauthorized } from '../http/errors.ts';
import { listOf, object, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import { BUSINESS, type ObjectRecord, type ObjectSchema } from '../state/objects.ts';
import { fireRecord, fireRelation } from '../webhooks/object-events.ts';
import { param } from './find.ts';
import { checkProperties, keptProperties } from './object-values.ts';
import { findObject } from './objects.ts';
import { recordDetail } from './object-views.ts';
import { appOrigin } from './origin.ts';

const READ = { access: { scope: 'objects/record.readonly' } };
const WRITE = { access: { scope: 'objects/record.write' } };

const BODY = { owner: listOf(string, 1), followers: listOf(string, 10) };

/** Records are there of custom objects and of companies; contacts and opportunities have their own calls. */
export function findRecordsObject(
  sandbox: Sandbox,
  request: FastifyRequest,
  locationId: string,
): ObjectSchema {
  const found = findObject(sandbox, request, locationId);
  if (found.standard && found.key !== BUSINESS) {
    throw badRequest(`Records of ${found.key} are not supported`);
  }
  return found;
}

/**
 * The newest version refuses private integrations here, whatever they may do elsewhere.
 *
 * @throws ApiError 401
 */
export function refusePrivate(request: FastifyRequest): void {
  if (request.headers.version === 'v3' && sessionOf(request).privateIntegration) {
    throw unauthorized('This location is not accessible from this token');
  }
}

function findRecord(sandbox: Sandbox, request: FastifyRequest, of: ObjectSchema): ObjectRecord {
  const id = param(request, 'id');
  const record = sandbox.store.objectRecords.get(id);
  if (record?.locationId !== of.locationId || record.objectKey !== of.key) {
    throw notFound(`Record with id ${id} not found`);
  }
  return record;
}

function checkUsers({ store }: Sandbox, locationId: string, ids: readonly string[]): void {
  for (const id of ids) {
    if (!store.users.get(id)?.locationIds.includes(locationId)) {
      throw badRequest(`User with id ${id} not found`);
    }
  }
}

/** One record of an object: reading, creating, changing what is sent, deleting. */
export function objectRecordRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/objects/:key/records/:id', { config: READ }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const of = findRecordsObject(sandbox, request, locationId);
    return { record: recordDetail(findRecord(sandbox, request, of)) };
  });

  app.post('/objects/:key/records', { config: WRITE }, (request, reply) => {
    refusePrivate(request);
    const body = readBody(request.body, { locationId: string, properties: object }, BODY);
    const locationId = requireLocation(request, body.locationId);
    const of = findRecordsObject(sandbox, request, locationId);
    const { owner = [], followers = [], properties } = body;
    checkProperties(sandbox, of, properties);
    checkUsers(sandbox, locationId, [...owner, ...followers]);
    const origin = appOrigin(sandbox, request);
    const record = sandbox.store.objectRecords.add({
      id: newObjectId(),
      locationId,
      objectKey: of.key,
      owner,
      followers,
      properties: keptProperties(properties),
      createdBy: origin,
      lastUpdatedBy: origin,
      dateAdded: sandbox.now(),
      dateUpdated: sandbox.now(),
    });
    sandbox.lag.hide(record.id);
    fireRecord(sandbox, 'RecordCreate', record);
    void reply.code(201);
    return { record: recordDetail(record) };
  });

  app.put('/objects/:key/records/:id', { config: WRITE }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const body = readBody(request.body, {}, { ...BODY, locationId: string, properties: object });
    const of = findRecordsObject(sandbox, request, locationId);
    const record = findRecord(sandbox, request, of);
    const { properties = {}, owner = record.owner, followers = record.followers } = body;
    checkProperties(sandbox, of, properties);
    checkUsers(sandbox, locationId, [...owner, ...followers]);
    Object.assign(record, {
      owner,
      followers,
      properties: keptProperties({ ...record.properties, ...properties }),
      lastUpdatedBy: appOrigin(sandbox, request),
      dateUpdated: sandbox.now(),
    });
    fireRecord(sandbox, 'RecordUpdate', record);
    return { record: recordDetail(record) };
  });

  app.delete('/objects/:key/records/:id', { config: WRITE }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const of = findRecordsObject(sandbox, request, locationId);
    const record = findRecord(sandbox, request, of);
    const { id } = record;
    sandbox.store.objectRecords.delete(id);
    fireRecord(sandbox, 'RecordDelete', record);
    for (const relation of sandbox.store.relations.filter(
      ({ firstRecordId, secondRecordId }) => firstRecordId === id || secondRecordId === id,
    )) {
      sandbox.store.relations.delete(relation.id);
      fireRelation(sandbox, 'RelationDelete', relation);
    }
    return { id, success: true };
  });
}
