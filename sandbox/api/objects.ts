import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import { notFound } from '../http/errors.ts';
import { booleanText } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { ObjectField, ObjectSchema } from '../state/objects.ts';
import { param } from './find.ts';
import { fieldDetail, schemaDetail } from './object-views.ts';

const READ = { access: { scope: 'objects/schema.readonly' } };

/** The object of the path by its key or its id; 404 for one that the location does not have. */
export function findObject(
  sandbox: Sandbox,
  request: FastifyRequest,
  locationId: string,
): ObjectSchema {
  const key = param(request, 'key');
  const found = sandbox.store.objects.find(
    (one) => one.locationId === locationId && (one.key === key || one.id === key),
  );
  if (!found) throw notFound(`Object with key ${key} not found`);
  return found;
}

export const fieldsOf = (
  { store }: Sandbox,
  { locationId, key }: Pick<ObjectSchema, 'locationId' | 'key'>,
): ObjectField[] =>
  store.objectFields.filter((one) => one.locationId === locationId && one.objectKey === key);

/** What objects a sub-account has, the standard ones among them, and their fields. */
export function objectRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/objects/', { config: READ }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    return {
      objects: sandbox.store.objects
        .filter((one) => one.locationId === locationId)
        .map(schemaDetail),
    };
  });

  app.get('/objects/:key', { config: READ }, (request) => {
    const { locationId, fetchProperties = false } = readLocationQuery(
      request,
      {},
      { fetchProperties: booleanText },
    );
    const object = findObject(sandbox, request, locationId);
    return {
      object: schemaDetail(object),
      cache: false,
      ...(fetchProperties ? { fields: fieldsOf(sandbox, object).map(fieldDetail) } : {}),
    };
  });
}
