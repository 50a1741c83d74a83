import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest } from '../http/errors.ts';
import { top } from '../http/top.ts';
import { anything, between, listOf, number, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { ObjectRecord, ObjectSchema } from '../state/objects.ts';
import { findRecordsObject, refusePrivate } from './object-records.ts';
import { recordRow } from './object-views.ts';
import { FILTERS, order, PAGED_RESULTS, passes, SORT, type Sort } from './search-filters.ts';

const NEWEST: Sort[] = [{ field: 'createdAt', direction: 'desc' }];

/** What a property is compared by: money by its amount. */
const comparable = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'currency' in value && 'value' in value
    ? value.value
    : value;

/** The value behind a filter's or sort's field; dates of the record as milliseconds. */
function fieldOf({ store }: Sandbox, record: ObjectRecord, field: string): unknown {
  if (field.startsWith('properties.')) {
    return comparable(record.properties[field.slice('properties.'.length)]);
  }
  switch (field) {
    case 'id':
    case 'owner':
    case 'followers':
      return record[field];
    case 'createdAt':
      return record.dateAdded;
    case 'updatedAt':
      return record.dateUpdated;
    case 'relations':
      return store.relations
        .filter(({ firstRecordId, secondRecordId }) =>
          [firstRecordId, secondRecordId].includes(record.id),
        )
        .map(({ associationId, firstRecordId, secondRecordId }) => ({
          associationId,
          recordId: firstRecordId === record.id ? secondRecordId : firstRecordId,
        }));
    default:
      throw badRequest(`Invalid filter field: ${field}`);
  }
}

function textMatches(of: ObjectSchema, { properties }: ObjectRecord, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  return of.searchableProperties.some((fieldKey) => {
    const value = properties[fieldKey.slice(of.key.length + 1)];
    return typeof value === 'string' && value.toLowerCase().includes(wanted);
  });
}

/** Searching the records of an object: by text, by filters on their properties, page after page. */
export function recordSearchRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const read = (record: ObjectRecord, field: string): unknown => fieldOf(sandbox, record, field);

  app.post(
    '/objects/:key/records/search',
    { config: { access: { scope: 'objects/record.readonly' } } },
    (request) => {
      refusePrivate(request);
      const body = readBody(
        request.body,
        { locationId: string, pageLimit: between(1, 100, number) },
        {
          // The specification asks for these always; in practice they are left out.
          page: between(1, Number.MAX_SAFE_INTEGER, number),
          query: string,
          searchAfter: listOf(anything),
          filters: FILTERS,
          sort: SORT,
        },
      );
      const locationId = requireLocation(request, body.locationId);
      const of = findRecordsObject(sandbox, request, locationId);
      const { pageLimit, page = 1, query = '', filters = [], sort: sorts = NEWEST } = body;
      const { searchAfter = [] } = body;
      if (page * pageLimit > PAGED_RESULTS && searchAfter.length === 0) {
        throw badRequest(`page and pageLimit reach beyond ${String(PAGED_RESULTS)} results`);
      }
      const found = sandbox.store.objectRecords.filter(
        (one) =>
          one.locationId === locationId &&
          one.objectKey === of.key &&
          (query === '' || textMatches(of, one, query)) &&
          filters.every((filter) => passes((field) => read(one, field), filter)) &&
          sandbox.lag.finds(one),
      );
      const last = sandbox.store.objectRecords.get(String(searchAfter[1]));
      if (searchAfter.length > 0 && !last) throw badRequest('searchAfter is not valid');
      const rest = last ? found.filter((one) => order(one, last, sorts, read) > 0) : found;
      const skip = last ? 0 : (page - 1) * pageLimit;
      const rows = top(rest, (a, b) => order(a, b, sorts, read), skip + pageLimit).slice(skip);
      return {
        records: rows.map((one) => recordRow(sandbox.store, one)),
        total: found.length,
      };
    },
  );
}
