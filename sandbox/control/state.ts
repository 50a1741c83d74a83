import type { FastifyInstance } from 'fastify';

import { notFound } from '../http/errors.ts';
import { readBody, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';

const COLLECTIONS = [
  'locations',
  'contacts',
  'conversations',
  'messages',
  'emails',
  'providers',
  'users',
  'notes',
  'tasks',
  'tags',
  'workflows',
  'campaigns',
  'pipelines',
  'lostReasons',
  'opportunities',
  'calendarGroups',
  'calendars',
  'appointments',
  'appointmentNotes',
  'blockedSlots',
  'forms',
  'submissions',
  'invoices',
  'estimates',
  'invoiceTemplates',
  'products',
  'prices',
  'orders',
  'fulfillments',
  'transactions',
  'paymentSubscriptions',
  'coupons',
  'objects',
  'objectFields',
  'objectRecords',
  'associations',
  'relations',
  'mediaFiles',
  'links',
  'emailTemplates',
  'emailCampaigns',
  'agents',
  'customFields',
  'customValues',
  'templates',
  'phoneNumbers',
  'subtypes',
  'subscriptions',
  'courseImports',
] as const;

/** Looking behind the API: the log of calls, and the records as the sandbox keeps them. */
export function stateRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/__sandbox/requests', (request) => {
    const query = readQuery(request.query, {}, { path: string, method: string });
    return sandbox.requests
      .list()
      .filter(
        (one) =>
          (query.path === undefined || one.path.startsWith(query.path)) &&
          (query.method === undefined || one.method === query.method.toUpperCase()),
      );
  });
  app.delete('/__sandbox/requests', () => {
    sandbox.requests.clear();
    return { ok: true };
  });

  app.get('/__sandbox/state', () => ({ collections: COLLECTIONS }));

  app.get('/__sandbox/state/:collection', (request) => {
    const { collection } = readBody(request.params, { collection: string }, {});
    const name = COLLECTIONS.find((one) => one === collection);
    if (name === undefined) throw notFound(`Collections: ${COLLECTIONS.join(', ')}`);
    const filter = Object.entries(readFilter(request.query));
    const records: object[] = [...sandbox.store[name].values()];
    return records.filter((record) =>
      filter.every(([key, value]) => String(Reflect.get(record, key)) === value),
    );
  });
}

function readFilter(query: unknown): Record<string, unknown> {
  return typeof query === 'object' && query !== null ? { ...query } : {};
}
